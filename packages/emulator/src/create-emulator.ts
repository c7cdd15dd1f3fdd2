import { createChanges } from './control/state/changes.js'
import { createEmulatedClock, type EmulatedClock } from './control/state/emulated-clock.js'
import { createFaults, type FaultList } from './control/state/fault-list.js'
import { createJournal, type Journal } from './control/state/journal.js'
import { createOperationsLedger } from './credentials/operations-ledger.js'
import type { EmulatorOptions } from './emulator-options.js'
import { createApp } from './http/create-app.js'
import type { ServerBindings } from './http/server-bindings.js'
import { isPauseMs, LONGEST_PAUSE_MS } from './pause.js'
import { createProjects, type ProjectList } from './projects/project-list.js'
import { createWebSourceNetwork } from './sources/web-source-network.js'
import { createMemoryStorage, DEFAULT_MEMORY_LIMIT_BYTES } from './store/memory-storage.js'
import { createStore } from './store/store.js'
import { createWebhookSender, type WebhookDeliveries } from './webhooks/webhook-sender.js'

export interface Emulator {
  /** Answers a request as `upload.uploadcare.com` would. It has the shape of `fetch`, but takes a `Request`;
   * a server may read the body of a part by a faster way than `request.body`. */
  fetch: (request: Request, bindings?: ServerBindings) => Promise<Response>
  readonly projects: ProjectList
  /** The emulator's own time, by which tokens expire. */
  readonly clock: EmulatedClock
  /** What goes wrong next. */
  readonly faults: FaultList
  /** What came, and how it was judged. */
  readonly journal: Journal
  /** The webhooks that are on their way. */
  readonly webhooks: WebhookDeliveries
  /** Forgets all files, faults and requests, gives up the webhooks that are on their way, and goes back to the first projects and the real time. */
  reset(): Promise<void>
}

const DEFAULT_WEBHOOK_RETRY_DELAYS_MS: readonly number[] = [1000, 5000, 25_000]

/**
 * Makes an emulator of Uploadcare's Upload API, which keeps its files in memory. Two emulators share nothing.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * import { createEmulator } from '@secure-uploading/emulator'
 *
 * const emulator = createEmulator({
 *   projects: [{ publicKey: 'demopublickey', secretKeys: ['demosecretkey'], secureUploading: true }],
 * })
 * const response = await emulator.fetch(new Request('https://upload.uploadcare.com/base/', { method: 'POST' }))
 * ```
 */
export function createEmulator(options: EmulatorOptions): Emulator {
  const {
    now = Date.now,
    randomUuid = () => crypto.randomUUID(),
    memoryLimitBytes = DEFAULT_MEMORY_LIMIT_BYTES,
    storage = createMemoryStorage(memoryLimitBytes),
    sendWebhook = async (request) => fetch(request),
    webhookRetryDelaysMs = DEFAULT_WEBHOOK_RETRY_DELAYS_MS,
    network = createWebSourceNetwork(async (url, init) => fetch(url, init)),
  } = options
  const projects = createProjects(options.projects)
  const clock = createEmulatedClock(now)
  const faults = createFaults()
  const journal = createJournal()
  const store = createStore()
  const operations = createOperationsLedger(clock.nowMs)
  const changes = createChanges()
  journal.onAnswer(changes.notify)
  const webhooks = createWebhookSender({
    projects,
    clock,
    journal,
    randomUuid,
    send: sendWebhook,
    retryDelaysMs: checkedDelays(webhookRetryDelaysMs),
  })

  async function reset(): Promise<void> {
    webhooks.stop()
    projects.reset()
    clock.reset()
    faults.clear()
    journal.clear()
    operations.clear()
    await store.clear()
  }

  const app = createApp({
    projects,
    clock,
    faults,
    journal,
    changes,
    store,
    operations,
    webhooks,
    storage,
    network,
    randomUuid,
    reset,
  })
  return {
    fetch: async (request, bindings = {}) => app.fetch(request, bindings),
    projects,
    clock,
    faults,
    journal,
    webhooks,
    reset,
  }
}

function checkedDelays(delaysMs: readonly number[]): readonly number[] {
  const given: unknown = delaysMs
  if (Array.isArray(given) && given.every(isPauseMs)) return delaysMs
  throw new TypeError(`"webhookRetryDelaysMs" must be an array of milliseconds from 0 to ${LONGEST_PAUSE_MS}`)
}
