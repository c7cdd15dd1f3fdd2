import type { Network } from '../network/device-network.js'
import type { TokenSource } from '../token-source/token-source.js'
import type { ProjectKey } from './create-project-key.js'
import type { UploadTally } from './create-upload-tally.js'
import type { UploadEvent } from './upload-event.js'

/** The state that the requests of one call share. */
export interface RequestContext {
  source: TokenSource
  /** Aborts when the user who started the call signs out. */
  session: AbortSignal
  /** Returns 0 to 1. */
  random: () => number
  network: Network
  emit: (event: UploadEvent) => void
  projectKey: ProjectKey
  /** The signed requests of all calls with this source. */
  tally: UploadTally
}
