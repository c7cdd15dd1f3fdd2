import type { WebhookOptions } from '../webhooks/webhook.js'

const SENT_EVENTS = ['file.uploaded', 'file.stored', 'file.deleted', 'file.info_updated'] as const

/** Creates the webhooks of the command's options: every event that the emulator sends, for each URL. */
export function commandWebhooks(
  targetUrls: readonly string[] = [],
  signingSecret?: string,
): WebhookOptions[] {
  if (signingSecret !== undefined && targetUrls.length === 0) {
    throw new TypeError('--webhook-secret requires --webhook: add at least one --webhook <url>')
  }
  return targetUrls.flatMap((targetUrl) =>
    SENT_EVENTS.map((event) => ({ targetUrl, event, signingSecret: signingSecret ?? null })),
  )
}
