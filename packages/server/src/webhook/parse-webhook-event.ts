import { WebhookDenial } from './denial.js'
import type { WebhookEvent } from './events.js'
import { isFileInfoUpdatedPayload, isWebhookPayload } from './is-webhook-payload.js'

/** Parses the event in a body, or throws the denial when the body is not a webhook. */
export function parseWebhookEvent(body: Uint8Array): WebhookEvent {
  const payload = parseJson(body)
  if (!hasEventName(payload)) throw new WebhookDenial('body-malformed')
  const type = payload.hook.event
  switch (type) {
    case 'file.uploaded':
    case 'file.stored':
    case 'file.deleted':
    case 'file.infected':
      if (isWebhookPayload(payload)) return { type, payload }
      break
    case 'file.info_updated':
      if (isFileInfoUpdatedPayload(payload)) return { type, payload }
      break
  }
  return { type: 'unknown', payload }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown
  } catch {
    throw new WebhookDenial('body-malformed')
  }
}

type NamedPayload = { hook: { event: string } } & Record<string, unknown>

function hasEventName(payload: unknown): payload is NamedPayload {
  if (typeof payload !== 'object' || payload === null || !('hook' in payload)) return false
  const { hook } = payload
  return typeof hook === 'object' && hook !== null && 'event' in hook && typeof hook.event === 'string'
}
