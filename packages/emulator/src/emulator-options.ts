import type { ProjectOptions } from './projects/project.js'
import type { SourceNetwork } from './sources/source-network.js'
import type { ByteStorage } from './store/stored-bytes.js'
import type { SendWebhook } from './webhooks/deliver-webhook.js'

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
  /** Sends a webhook; `fetch` unless given. */
  sendWebhook?: SendWebhook
  /**
   * How long it waits, in **milliseconds**, before it sends a webhook again that was not answered with a 2xx:
   * `[1000, 5000, 25000]` unless given, and then it gives up. Uploadcare goes on for 72 hours.
   */
  webhookRetryDelaysMs?: readonly number[]
}
