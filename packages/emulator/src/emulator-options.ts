import type { ProjectOptions } from './projects/project.js'
import type { SourceNetwork } from './sources/source-network.js'
import type { ByteStorage } from './store/stored-bytes.js'

export interface EmulatorOptions {
  /** The projects it has; more can be added later. */
  projects: readonly ProjectOptions[]
  /** Tells the time in Unix **milliseconds**; `Date.now` unless given. The emulator's clock starts from it. */
  now?: () => number
  /** Makes the ids of files and groups; `crypto.randomUUID` unless given. */
  randomUuid?: () => string
  /** How many **bytes** of files are kept in memory; 1 GiB unless given. Uploads beyond it are refused. */
  memoryLimitBytes?: number
  /** Where the bytes of files are kept; in memory unless given. */
  storage?: ByteStorage
  /** How the sources of `/from_url/` are reached; by `fetch` unless given. */
  network?: SourceNetwork
}
