import { randomUUID } from 'node:crypto'
import { StartUpError, wholeNumberFrom } from '@secure-uploading/demo-kit'

/** Settings of this demo, in addition to those that all demos share. */
export interface BackendSettings {
  /** Tokens per user and minute. */
  tokensPerMinute: number
  /** Redis for a limit shared by several processes. Without it, each process counts in memory. */
  redisUrl: string | undefined
  /** Whether a proxy sets `X-Forwarded-Host`. */
  trustProxy: boolean
  /** Signs the receipts that bind a file to its user. */
  receiptSecret: string
  /** The signing secret of the webhook in the settings of an Uploadcare project. */
  webhookSecret: string | undefined
}

/**
 * Reads `UPLOAD_TOKENS_PER_MINUTE`, `REDIS_URL`, `TRUST_PROXY`, `RECEIPT_SECRET` and `UPLOADCARE_WEBHOOK_SECRET`.
 *
 * @throws {StartUpError} when a value is invalid; the message names the variable and the valid values.
 */
export function backendSettings(environment: Record<string, string | undefined>): BackendSettings {
  return {
    // A page with 5-second tokens needs 16 per minute.
    tokensPerMinute: wholeNumberFrom(environment, 'UPLOAD_TOKENS_PER_MINUTE', {
      default: 60,
      min: 1,
      max: 1_000_000,
    }),
    redisUrl: redisUrlFrom(environment['REDIS_URL']?.trim()),
    trustProxy: booleanFrom('TRUST_PROXY', environment['TRUST_PROXY']?.trim()),
    // Receipts of an earlier run are invalid without a lasting secret.
    receiptSecret: textFrom(environment['RECEIPT_SECRET']) ?? randomUUID(),
    webhookSecret: textFrom(environment['UPLOADCARE_WEBHOOK_SECRET']),
  }
}

function textFrom(value: string | undefined): string | undefined {
  const text = value?.trim()
  return text === '' ? undefined : text
}

function redisUrlFrom(text: string | undefined): string | undefined {
  if (!text) return undefined
  if (text.startsWith('/') || (/^rediss?:\/\//.test(text) && URL.canParse(text))) return text
  // The value may contain a password, so the message must not include it.
  throw new StartUpError('REDIS_URL must be redis://…, rediss://… or the path of a socket.')
}

function booleanFrom(name: string, text: string | undefined): boolean {
  if (!text || text === 'false') return false
  if (text === 'true') return true
  throw new StartUpError(`${name} must be true or false, not "${text}".`)
}
