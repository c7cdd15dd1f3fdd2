import type { Undefinable } from '../options/undefinable.js'

/** The events of webhooks. The emulator never sends the last one. */
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
  Undefinable<Pick<Webhook, 'signingSecret' | 'isActive'>>

/** A webhook of a project, with the values that the project assigns. */
export interface RegisteredWebhook extends Webhook {
  /** Unique within the emulator, from 1. */
  readonly id: number
  /** In Unix **milliseconds**. */
  readonly createdAtMs: number
  /** In Unix **milliseconds**. */
  readonly updatedAtMs: number
}

/** A webhook without its secret. */
export type ShownWebhook = Omit<Webhook, 'signingSecret'> & { isSigned: boolean }

/** Removes the secret of a webhook. */
export function shownWebhook({ targetUrl, event, isActive, signingSecret }: Webhook): ShownWebhook {
  return { targetUrl, event, isActive, isSigned: signingSecret !== null }
}
