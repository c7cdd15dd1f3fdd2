import { generateWebhookSignature } from '@secure-uploading/core'
import type { Readiness } from '../store/readiness.js'
import type { Projects } from '../projects/project-list.js'
import type { StoredFile } from '../store/stored-file.js'
import { deliverWebhook, type DeliverySettings } from './deliver-webhook.js'
import type { RegisteredWebhook, WebhookEventName } from './webhook.js'
import { webhookPayload, type FileEvent } from './webhook-payload.js'

/** The webhooks that are being delivered. */
export interface WebhookDeliveries {
  /** Resolves when every webhook is delivered, or has no attempts left. */
  settled(): Promise<void>
}

/** Internal operations. */
export interface WebhookSender extends WebhookDeliveries {
  /** Sends an event of a file to the project's webhooks, in the background. */
  announce(event: WebhookEventName, file: StoredFile, baseUrl: string, previous?: StoredFile): void
  /** Aborts all deliveries. */
  stop(): void
}

export interface WebhookSenderOptions extends DeliverySettings {
  projects: Projects
  readiness: Pick<Readiness, 'isReady'>
  randomUuid: () => string
}

/** Creates the sender of an emulator's webhooks. */
export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { projects, readiness, randomUuid } = options
  const underWay = new Set<Promise<void>>()
  let aborter = new AbortController()

  function announce(event: WebhookEventName, file: StoredFile, baseUrl: string, previous?: StoredFile): void {
    const fileEvent = {
      event,
      file,
      baseUrl,
      previous,
      isReady: readiness.isReady(file),
      requestId: randomUuid(),
    }
    for (const webhook of projects.find(file.publicKey)?.webhooks ?? []) {
      if (webhook.event !== event || !webhook.isActive) continue
      // Rejects only when aborted.
      const delivery = send(fileEvent, webhook, aborter.signal).catch(() => undefined)
      underWay.add(delivery)
      void delivery.finally(() => underWay.delete(delivery))
    }
  }

  async function send(fileEvent: FileEvent, webhook: RegisteredWebhook, signal: AbortSignal): Promise<void> {
    const { targetUrl, signingSecret } = webhook
    const body = JSON.stringify(webhookPayload(fileEvent, webhook, projects.idOf(fileEvent.file.publicKey)))
    const headers: Record<string, string> = { 'Content-Type': 'application/json' }
    if (signingSecret !== null) {
      headers['X-Uc-Signature'] = await generateWebhookSignature(signingSecret, body)
    }
    const { uuid, publicKey } = fileEvent.file
    const journalFields = { event: fileEvent.event, id: uuid, publicKey }
    await deliverWebhook({ targetUrl, journalFields, headers, body }, options, signal)
  }

  return {
    announce,
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
