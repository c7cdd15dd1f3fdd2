import { WebhookDenial } from '../webhook-denial.js'
import { isFileInfoUpdatedPayload, isWebhookPayload } from './is-webhook-payload.js'
import type { WebhookEvent } from './webhook-event.js'

/** Reads the event from a body, or throws the denial when it is none. */
export function parseWebhookEvent(body: Uint8Array): WebhookEvent {
  const payload = parseJson(body)
  if (!isNamed(payload)) throw new WebhookDenial('body-malformed')
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

type Named = { hook: { event: string } } & Record<string, unknown>

function isNamed(payload: unknown): payload is Named {
  if (typeof payload !== 'object' || payload === null || !('hook' in payload)) return false
  const { hook } = payload
  return typeof hook === 'object' && hook !== null && 'event' in hook && typeof hook.event === 'string'
}
