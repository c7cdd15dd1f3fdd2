import * as v from 'valibot'
import { assertSecret } from '@secure-uploading/core/internal'
import { parseOptions } from '../options/parse-options.js'
import { WEBHOOK_EVENTS, type Webhook } from './webhook.js'

// Uploadcare's limits.
const MAX_TARGET_URL_LENGTH = 255
const MAX_SIGNING_SECRET_LENGTH = 32

const WEBHOOK = {
  subject: 'A webhook',
  schema: v.strictObject({
    targetUrl: v.pipe(v.string(), v.maxLength(MAX_TARGET_URL_LENGTH), v.check(isHttpUrl)),
    event: v.picklist(WEBHOOK_EVENTS),
    signingSecret: v.optional(
      v.nullable(
        v.pipe(
          v.string(),
          v.maxLength(MAX_SIGNING_SECRET_LENGTH),
          v.check((secret) => secret.trim() !== ''),
        ),
      ),
      null,
    ),
    isActive: v.optional(v.boolean(), true),
  }),
  expected: {
    targetUrl: `an http or https URL of at most ${MAX_TARGET_URL_LENGTH} characters`,
    event: `one of ${WEBHOOK_EVENTS.join(', ')}`,
    signingSecret: `a string of 1 to ${MAX_SIGNING_SECRET_LENGTH} characters, not blank, or null`,
    isActive: 'true or false',
  },
}

/**
 * Parses the webhooks of a project.
 *
 * @throws {TypeError} naming the option that is invalid.
 */
export function createWebhooks(list: unknown): readonly Webhook[] {
  if (!Array.isArray(list)) throw new TypeError('"webhooks" must be an array of webhooks')
  const webhooks = list.map(createWebhook)
  assertNoDuplicates(webhooks)
  return webhooks
}

/**
 * Rejects two webhooks with the same event and target URL.
 *
 * @throws {TypeError} when there are any.
 */
export function assertNoDuplicates(webhooks: readonly Webhook[]): void {
  const names = webhooks.map(({ event, targetUrl }) => `${event} ${targetUrl}`)
  if (new Set(names).size < names.length) {
    throw new TypeError('"webhooks" must not contain two webhooks with the same event and target URL')
  }
}

/**
 * Parses a webhook.
 *
 * @throws {TypeError} naming the option that is invalid.
 */
export function createWebhook(options: unknown): Webhook {
  const webhook = parseOptions(WEBHOOK, options)
  if (webhook.signingSecret !== null) {
    assertSecret('signingSecret', webhook.signingSecret, 'the signing secret of the webhook, or null')
  }
  const { username, password } = new URL(webhook.targetUrl)
  if (username !== '' || password !== '') {
    throw new TypeError('"targetUrl" must not contain a user name or password: fetch rejects such URLs')
  }
  return webhook
}

function isHttpUrl(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
