import { UsageError } from '../usage-error.js'

/** The credential to verify. */
export type Credential = { jwt: string } | { signature?: string; expire?: string }

/**
 * Parses a credential from arguments or stdin.
 *
 * @throws {UsageError} if it is ambiguous. The message contains nothing of the input except an error code.
 */
export function readCredential(text: string, isJwt: boolean): Credential {
  const fields = text.startsWith('{') ? readJson(text) : readFields(text)
  if (fields) {
    const {
      authToken,
      secureSignature,
      signature = secureSignature,
      secureExpire,
      expire = secureExpire,
    } = fields
    if (authToken !== undefined && signature === undefined) return { jwt: authToken }
    return { ...(signature !== undefined && { signature }), ...(expire !== undefined && { expire }) }
  }
  const [first = '', second, ...others] = text.split(/[\s,]+/)
  const looksLikeJwt = second === undefined && /^eyJ|^[\w-]+\.[\w-]+\.[\w-]*$/.test(first)
  if (first !== '' && second === undefined && (isJwt || looksLikeJwt)) return { jwt: first }
  if (second === undefined || others.length > 0 || isJwt) {
    throw new UsageError(
      isJwt ? 'With --jwt, pass one auth token.' : 'Pass a signature and its expire, or an auth token.',
    )
  }
  return { signature: first, expire: second }
}

function readJson(text: string): Record<string, string> {
  const json = parse(text)
  if (json['error']) {
    throw new UsageError(
      `The input is an endpoint's error${codeOf(json['error'])}, not a token. Nothing was verified.`,
    )
  }
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)]))
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    throw new UsageError('The input starts like JSON, but is not valid JSON.')
  }
}

function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown }
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? ` (${code})` : ''
}

/** Parses a query string, a form, or `signature=… expire=…`. */
function readFields(text: string): Record<string, string> | undefined {
  if (!/\b(?:signature|expire|secureSignature|secureExpire|authToken)=/.test(text)) return undefined
  return Object.fromEntries(new URLSearchParams(text.replace(/^.*\?/, '').split(/\s+/).join('&')))
}
