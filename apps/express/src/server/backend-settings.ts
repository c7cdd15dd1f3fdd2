import { StartUpError, wholeNumberFrom } from '@secure-uploading/demo-kit'

/** What this demo lets one set besides the settings that all demos share. */
export interface BackendSettings {
  /** How many tokens one user gets in a minute. */
  tokensPerMinute: number
  /** Where a fleet counts them together. Without it, each process counts in its memory. */
  redisUrl: string | undefined
  /** Whether there is a proxy in front that sets `X-Forwarded-Host`. */
  trustProxy: boolean
}

/**
 * Reads `UPLOAD_TOKENS_PER_MINUTE`, `REDIS_URL` and `TRUST_PROXY`.
 *
 * @throws {StartUpError} naming the variable and what it has to be.
 */
export function backendSettings(environment: Record<string, string | undefined>): BackendSettings {
  return {
    // A page with tokens of 5 seconds asks 16 times a minute.
    tokensPerMinute: wholeNumberFrom(environment, 'UPLOAD_TOKENS_PER_MINUTE', {
      usual: 60,
      least: 1,
      most: 1_000_000,
    }),
    redisUrl: redisUrlFrom(environment['REDIS_URL']?.trim()),
    trustProxy: booleanFrom('TRUST_PROXY', environment['TRUST_PROXY']?.trim()),
  }
}

function redisUrlFrom(text: string | undefined): string | undefined {
  if (!text) return undefined
  if (text.startsWith('/') || (/^rediss?:\/\//.test(text) && URL.canParse(text))) return text
  // The text is not shown: there may be a password in it.
  throw new StartUpError('REDIS_URL must be redis://…, rediss://… or the path of a socket.')
}

function booleanFrom(name: string, text: string | undefined): boolean {
  if (!text || text === 'false') return false
  if (text === 'true') return true
  throw new StartUpError(`${name} must be true or false, not "${text}".`)
}
