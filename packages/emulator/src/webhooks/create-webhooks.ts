import { WEBHOOK_EVENTS, type Webhook, type WebhookEventName } from './webhook.js'

// Uploadcare's own limits.
const LONGEST_TARGET_URL = 255
const LONGEST_SIGNING_SECRET = 32

/**
 * Checks the webhooks of a project and fills in what was left out.
 *
 * @throws {TypeError} naming the option.
 */
export function createWebhooks(list: unknown): readonly Webhook[] {
  if (!Array.isArray(list)) throw new TypeError('"webhooks" must be an array of webhooks')
  const webhooks = list.map(createWebhook)
  const names = webhooks.map(({ event, targetUrl }) => `${event} ${targetUrl}`)
  if (new Set(names).size < names.length) {
    throw new TypeError('"webhooks" must not hold two for the same event and target URL')
  }
  return webhooks
}

function createWebhook(options: unknown): Webhook {
  if (typeof options !== 'object' || options === null) throw new TypeError('A webhook must be an object')
  const {
    targetUrl,
    event,
    signingSecret = null,
    isActive = true,
    ...unknown
  } = { ...options } as Partial<Record<keyof Webhook, unknown>>
  const [unknownName] = Object.keys(unknown)
  if (unknownName !== undefined) throw new TypeError(`"${unknownName}" is no option of a webhook`)
  if (!isTargetUrl(targetUrl)) {
    throw new TypeError(
      `"targetUrl" must be a URL of http or https, with at most ${LONGEST_TARGET_URL} characters`,
    )
  }
  if (hasCredentials(targetUrl)) {
    throw new TypeError('"targetUrl" must hold no user name and no password: no request can be sent there')
  }
  if (!isEvent(event)) throw new TypeError(`"event" must be one of ${WEBHOOK_EVENTS.join(', ')}`)
  if (signingSecret !== null && !isSigningSecret(signingSecret)) {
    throw new TypeError(
      `"signingSecret" must be a text of 1 to ${LONGEST_SIGNING_SECRET} characters, or null`,
    )
  }
  if (typeof isActive !== 'boolean') throw new TypeError('"isActive" must be true or false')
  return { targetUrl, event, signingSecret, isActive }
}

function isTargetUrl(url: unknown): url is string {
  if (typeof url !== 'string' || url.length > LONGEST_TARGET_URL || !URL.canParse(url)) return false
  return /^https?:$/.test(new URL(url).protocol)
}

function hasCredentials(url: string): boolean {
  const { username, password } = new URL(url)
  return username !== '' || password !== ''
}

function isEvent(event: unknown): event is WebhookEventName {
  return WEBHOOK_EVENTS.some((name) => name === event)
}

function isSigningSecret(secret: unknown): secret is string {
  return typeof secret === 'string' && secret.trim() !== '' && secret.length <= LONGEST_SIGNING_SECRET
}
