/** The events that a webhook can be for. The emulator has no reason to send the last two. */
export const WEBHOOK_EVENTS = [
  'file.uploaded',
  'file.stored',
  'file.deleted',
  'file.info_updated',
  'file.infected',
] as const

export type WebhookEventName = (typeof WEBHOOK_EVENTS)[number]

/** A webhook of a project, as its dashboard has it. */
export interface Webhook {
  /** Where it is sent to: an address of http or https, on this machine too. */
  targetUrl: string
  /** Which event it is for. */
  event: WebhookEventName
  /** What deliveries are signed with; null for no signature. At most 32 characters. */
  signingSecret: string | null
  /** Whether it is sent. */
  isActive: boolean
}

/** A webhook as it is given to an emulator: active, and not signed, unless it says otherwise. */
export type WebhookOptions = Pick<Webhook, 'targetUrl' | 'event'> &
  Partial<Pick<Webhook, 'signingSecret' | 'isActive'>>

/** A webhook without its secret. */
export type ShownWebhook = Omit<Webhook, 'signingSecret'> & { isSigned: boolean }

export function shownWebhook({ signingSecret, ...webhook }: Webhook): ShownWebhook {
  return { ...webhook, isSigned: signingSecret !== null }
}
