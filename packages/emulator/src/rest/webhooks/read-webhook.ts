import type { WebhookOptions } from '../../webhooks/webhook.js'
import { WEBHOOK_EVENTS } from '../../webhooks/webhook.js'
import { RestError } from '../http/rest-error.js'

/** The fields of a webhook that a request sets. */
export type WebhookChanges = Partial<WebhookOptions>

/**
 * Reads the fields of a webhook, from JSON or a form.
 *
 * @throws {RestError} when one is invalid.
 */
export function readWebhook(payload: unknown): WebhookChanges {
  const fields = readFields(payload)
  const { target_url: targetUrl, event, signing_secret: signingSecret, is_active: isActive } = fields
  return {
    ...(targetUrl !== undefined && { targetUrl: readText('target_url', targetUrl) }),
    ...(event !== undefined && { event: readEvent(event) }),
    ...(signingSecret !== undefined && { signingSecret: readSecret(signingSecret) }),
    ...(isActive !== undefined && { isActive: readFlag(isActive) }),
  }
}

/**
 * Reads the URL of a webhook that is required.
 *
 * @throws {RestError} when it is missing.
 */
export function readTargetUrl(payload: unknown): string {
  const { target_url: targetUrl } = readFields(payload ?? {})
  if (typeof targetUrl !== 'string' || targetUrl === '') throw new RestError(400, '`target_url` is missing.')
  return targetUrl
}

function readFields(payload: unknown): Readonly<Record<string, unknown>> {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    throw new RestError(400, 'Expected JSON object.')
  }
  return { ...payload }
}

function readText(name: string, value: unknown): string {
  if (typeof value !== 'string') throw invalid(name, 'a string')
  return value
}

function readEvent(value: unknown): WebhookOptions['event'] {
  const event = WEBHOOK_EVENTS.find((name) => name === value)
  if (event === undefined) throw invalid('event', `one of ${WEBHOOK_EVENTS.join(', ')}`)
  return event
}

function readSecret(value: unknown): string | null {
  return value === null || value === '' ? null : readText('signing_secret', value)
}

function readFlag(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === 'True' || value === '1') return true
  if (value === 'false' || value === 'False' || value === '0') return false
  throw invalid('is_active', 'true or false')
}

function invalid(name: string, expected: string): RestError {
  return new RestError(400, `Invalid \`${name}\`. Expected ${expected}.`)
}
