import { generateWebhookSignature } from '@secure-uploading/core'
import type { Projects } from '../projects/project-list.js'
import type { StoredFile } from '../store/stored-file.js'
import { deliverWebhook, type DeliveryMeans } from './deliver-webhook.js'
import type { WebhookEventName } from './webhook.js'
import { webhookPayload, type Occasion, type SentWebhook } from './webhook-payload.js'

/** The webhooks that are on their way. */
export interface WebhookDeliveries {
  /** Waits until every webhook was answered well, or its attempts are used up. */
  settled(): Promise<void>
}

/** What the emulator itself may do besides. */
export interface WebhookSender extends WebhookDeliveries {
  /** Tells the project's webhooks in the background what happened to a file. */
  announce(event: WebhookEventName, file: StoredFile, origin: string): void
  /** Tells them that it was uploaded, and that it was stored if it was. */
  announceUpload(file: StoredFile, origin: string): void
  /** Gives up everything that is on its way. */
  stop(): void
}

export interface WebhookSenderOptions extends DeliveryMeans {
  projects: Projects
  randomUuid: () => string
}

/** Makes the sender of an emulator's webhooks. */
export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { projects, clock, randomUuid } = options
  const createdAtMs = clock.nowMs()
  const underWay = new Set<Promise<void>>()
  let aborter = new AbortController()

  function announce(event: WebhookEventName, file: StoredFile, origin: string): void {
    const occasion = { event, file, origin, happenedAtMs: clock.nowMs(), requestId: randomUuid() }
    for (const webhook of webhooksFor(file.publicKey)) {
      if (webhook.event !== event || !webhook.isActive) continue
      // It rejects only when it was given up.
      const delivery = send(occasion, webhook, aborter.signal).catch(() => undefined)
      underWay.add(delivery)
      void delivery.finally(() => underWay.delete(delivery))
    }
  }

  function webhooksFor(publicKey: string): SentWebhook[] {
    const projectId = projects.list().findIndex((project) => project.publicKey === publicKey) + 1
    const webhooks = projects.find(publicKey)?.webhooks ?? []
    return webhooks.map((webhook, index) => ({ ...webhook, id: index + 1, projectId, createdAtMs }))
  }

  async function send(occasion: Occasion, webhook: SentWebhook, signal: AbortSignal): Promise<void> {
    const { targetUrl, signingSecret } = webhook
    const body = JSON.stringify(webhookPayload(occasion, webhook))
    const headers: Record<string, string> = { 'Content-Type': 'application/json' }
    if (signingSecret !== null) {
      headers['X-Uc-Signature'] = await generateWebhookSignature(signingSecret, body)
    }
    const { uuid, publicKey } = occasion.file
    const told = { event: occasion.event, id: uuid, publicKey }
    await deliverWebhook({ targetUrl, told, headers, body }, options, signal)
  }

  return {
    announce,
    announceUpload(file, origin) {
      announce('file.uploaded', file, origin)
      if (file.isStored) announce('file.stored', file, origin)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    stop() {
      aborter.abort()
      aborter = new AbortController()
      underWay.clear()
    },
  }
}
