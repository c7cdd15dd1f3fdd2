import type { TokenSource } from '../token-source/token-source.js'
import type { Network } from './network.js'
import type { UploadEvent } from './upload-event.js'

/** What the requests of one client have in common. */
export interface UploadContext {
  source: TokenSource
  /** Aborts when the user for whom this upload was begun signs out. */
  session: AbortSignal
  /** From 0 to 1. */
  random: () => number
  network: Network
  emit: (event: UploadEvent) => void
  /** Tells the project's public key, given or learned: `''` before the first token when nobody gave one. */
  publicKey: () => string
  /** Hears the public key that came with a token. */
  onPublicKey: (publicKey: string) => void
}
