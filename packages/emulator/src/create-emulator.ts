import { createChanges } from './control/state/changes.js'
import { createEmulatedClock, type EmulatedClock } from './control/state/emulated-clock.js'
import { createFaults, type FaultList } from './control/state/fault-list.js'
import { createJournal, type Journal } from './control/state/journal.js'
import { createOperationsLedger } from './credentials/operations-ledger.js'
import { parseEmulatorOptions, type EmulatorOptions } from './emulator-options.js'
import { createApp } from './http/create-app.js'
import type { ServerBindings } from './http/server-bindings.js'
import { createProjects, type ProjectList } from './projects/project-list.js'
import { createFileActions } from './store/file-actions.js'
import { createReadiness } from './store/readiness.js'
import { createStore } from './store/store.js'
import { createWebhookSender, type WebhookDeliveries } from './webhooks/webhook-sender.js'

export interface Emulator {
  /**
   * Handles a request as `upload.uploadcare.com` does. Like `fetch`, but takes a `Request`, and what a server knows in
   * addition.
   *
   * @throws {TypeError} when a fault drops the connection.
   */
  fetch: (request: Request, bindings?: ServerBindings) => Promise<Response>
  readonly projects: ProjectList
  /** The emulator's clock, which determines when tokens expire. */
  readonly clock: EmulatedClock
  /** The faults of coming requests. */
  readonly faults: FaultList
  /** The requests, and the results of their credential checks. */
  readonly journal: Journal
  /** The webhooks that are being delivered. */
  readonly webhooks: WebhookDeliveries
  /** Removes all files, faults and requests, aborts webhooks, and restores the initial projects and the real time. */
  reset(): Promise<void>
}

/**
 * Creates an emulator of Uploadcare's Upload API. Emulators share no state.
 *
 * @throws {TypeError} naming the option that is invalid.
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
  const { randomUuid, storage, network, ...settings } = parseEmulatorOptions(options)
  const clock = createEmulatedClock(settings.now)
  const projects = createProjects(settings.projects, clock.nowMs)
  const faults = createFaults()
  const journal = createJournal()
  const store = createStore()
  const operations = createOperationsLedger(clock.nowMs)
  const readiness = createReadiness(settings.readiness, clock)
  const changes = createChanges()
  journal.onAnswer(changes.notify)
  const webhooks = createWebhookSender({
    projects,
    clock,
    journal,
    readiness,
    randomUuid,
    send: settings.sendWebhook,
    retryDelaysMs: settings.webhookRetryDelaysMs,
  })

  async function reset(): Promise<void> {
    webhooks.stop()
    projects.reset()
    clock.reset()
    faults.clear()
    journal.clear()
    operations.clear()
    readiness.clear()
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
    fileActions: createFileActions(store.files, clock, webhooks),
    publicUrl: settings.publicUrl,
    maxAgeSeconds: settings.maxAgeSeconds,
    readiness,
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
