import * as v from 'valibot'
import { UsageError } from '../usage-error.js'

/** The credential to verify. */
export type Credential = { jwt: string } | { signature?: string; expire?: string }

/** A field of JSON. A number is accepted, since some endpoints return the expiry as one. */
const FIELD = v.optional(v.union([v.string(), v.pipe(v.number(), v.transform(String))]))

const FIELDS = v.object({
  signature: FIELD,
  secureSignature: FIELD,
  expire: FIELD,
  secureExpire: FIELD,
  authToken: FIELD,
})

type Fields = v.InferOutput<typeof FIELDS>

const ENDPOINT_ERROR = v.object({ error: v.unknown() })
const ERROR_CODE = v.object({ code: v.pipe(v.string(), v.regex(/^[A-Z_]+$/)) })

/**
 * Parses a credential from arguments or stdin.
 *
 * @throws {UsageError} if it is ambiguous. The message contains nothing of the input except an error code.
 */
export function readCredential(text: string, isJwt: boolean): Credential {
  const fields = text.startsWith('{') ? readJson(text) : readFields(text)
  if (fields) {
    const { authToken, signature = fields.secureSignature, expire = fields.secureExpire } = fields
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

function readJson(text: string): Fields {
  const json = parse(text)
  const endpointError = v.safeParse(ENDPOINT_ERROR, json)
  if (endpointError.success && endpointError.output.error) {
    const { error } = endpointError.output
    const code = v.is(ERROR_CODE, error) ? ` (${error.code})` : ''
    throw new UsageError(`The input is an endpoint's error${code}, not a token. Nothing was verified.`)
  }
  const fields = v.safeParse(FIELDS, json)
  if (fields.success) return fields.output
  throw new UsageError('The fields of the JSON input must be strings.')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError('The input starts like JSON, but is not valid JSON.')
  }
}

/** Parses a query string, a form, or `signature=… expire=…`. */
function readFields(text: string): Fields | undefined {
  if (!/\b(?:signature|expire|secureSignature|secureExpire|authToken)=/.test(text)) return undefined
  const query = new URLSearchParams(text.replace(/^.*\?/, '').split(/\s+/).join('&'))
  return v.parse(FIELDS, Object.fromEntries(query))
}
