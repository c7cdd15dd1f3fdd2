import type { Changes } from './control/state/changes.js'
import type { EmulatedClock } from './control/state/emulated-clock.js'
import type { Faults } from './control/state/fault-list.js'
import type { WritableJournal } from './control/state/journal.js'
import type { OperationsLedger } from './credentials/operations-ledger.js'
import type { Projects } from './projects/project-list.js'
import type { SourceNetwork } from './sources/source-network.js'
import type { ServerBindings } from './http/server-bindings.js'
import type { FileActions } from './store/file-actions.js'
import type { Readiness } from './store/readiness.js'
import type { Store } from './store/store.js'
import type { ByteStorage } from './store/stored-bytes.js'
import type { WebhookSender } from './webhooks/webhook-sender.js'

/** The parts of one emulator. Emulators share no state. */
export interface Emulation {
  clock: EmulatedClock
  projects: Projects
  operations: OperationsLedger
  store: Store
  storage: ByteStorage
  network: SourceNetwork
  faults: Faults
  journal: WritableJournal
  changes: Changes
  webhooks: WebhookSender
  randomUuid: () => string
  fileActions: FileActions
  /** The URL at which clients reach the emulator, without a trailing slash. */
  publicUrl: string | undefined
  /** The value of `Access-Control-Max-Age`. */
  maxAgeSeconds: number
  readiness: Readiness
}

/** Returns the URL below which a client reaches the files and parts of the emulator, without a trailing slash. */
export function baseUrlOf(
  { publicUrl }: Pick<Emulation, 'publicUrl'>,
  request: Request,
  bindings: Pick<ServerBindings, 'baseUrl'> = {},
): string {
  return publicUrl ?? bindings.baseUrl ?? new URL(request.url).origin
}
