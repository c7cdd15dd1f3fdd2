/** The events of webhooks. The emulator never sends the last two. */
export const WEBHOOK_EVENTS = [
  'file.uploaded',
  'file.stored',
  'file.deleted',
  'file.info_updated',
  'file.infected',
] as const

export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number]

/** A webhook of a project, as in the dashboard. */
export interface Webhook {
  /** The URL to send to, http or https. It may be on this machine. */
  targetUrl: string
  /** The event to send. */
  event: WebhookEventName
  /** The secret that signs deliveries, at most 32 characters; `null` for no signature. */
  signingSecret: string | null
  /** Whether the webhook is sent. */
  isActive: boolean
}

/** A webhook as passed to an emulator. By default it is active and unsigned. */
export type WebhookOptions = Pick<Webhook, 'targetUrl' | 'event'> &
  Partial<Pick<Webhook, 'signingSecret' | 'isActive'>>

/** A webhook without its secret. */
export type ShownWebhook = Omit<Webhook, 'signingSecret'> & { isSigned: boolean }

export function shownWebhook({ signingSecret, ...webhook }: Webhook): ShownWebhook {
  return { ...webhook, isSigned: signingSecret !== null }
}
