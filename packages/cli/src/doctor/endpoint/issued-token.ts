import { isSecureUploadError, parseUploadToken, type UploadToken } from '@secure-uploading/core'
import type { Answer } from './answer.js'

/** Tells whether an answer hands a token out, be it in a shape of its own. */
export function holdsToken({ status, json }: Answer): boolean {
  const fields = fieldsOf(json)
  return status >= 200 && status < 300 && TOKEN_FIELDS.some((name) => typeof fields[name] === 'string')
}

const TOKEN_FIELDS = ['secureSignature', 'authToken', 'signature']

/** Reads the token of an answer; `undefined` when there is none, or it is malformed. */
export function issuedToken({ json }: Pick<Answer, 'json'>): UploadToken | undefined {
  try {
    return parseUploadToken(json)
  } catch (error) {
    if (isSecureUploadError(error)) return undefined
    throw error
  }
}

/** Tells when a token ends, in Unix **seconds**. */
export function expireOf(token: UploadToken): number | undefined {
  if ('secureExpire' in token) return Number(token.secureExpire)
  const { exp } = fieldsOf(decodePayload(token.authToken))
  return typeof exp === 'number' ? exp : undefined
}

/** What somebody answered, as an object. */
export function fieldsOf(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
}

function decodePayload(jwt: string): unknown {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
  } catch {
    return undefined
  }
}
