import type { WebhookOptions } from '../webhooks/webhook.js'

const SENT_EVENTS = ['file.uploaded', 'file.stored', 'file.deleted'] as const

/** Makes the webhooks that the command's options ask for: every event that the emulator has, to each address. */
export function commandWebhooks(
  targetUrls: readonly string[] = [],
  signingSecret?: string,
): WebhookOptions[] {
  if (signingSecret !== undefined && targetUrls.length === 0) {
    throw new TypeError('--webhook-secret signs webhooks: give at least one --webhook with it')
  }
  return targetUrls.flatMap((targetUrl) =>
    SENT_EVENTS.map((event) => ({ targetUrl, event, signingSecret: signingSecret ?? null })),
  )
}
