import { isSecureUploadError, parseUploadToken, type UploadToken } from '@secure-uploading/core'
import type { Answer } from './answer.js'

/** Checks whether a response contains a token, in any known form. */
export function containsToken({ status, json }: Answer): boolean {
  const fields = fieldsOf(json)
  return status >= 200 && status < 300 && TOKEN_FIELDS.some((name) => typeof fields[name] === 'string')
}

const TOKEN_FIELDS = ['secureSignature', 'authToken', 'signature']

/** @returns the token of a response, or `undefined` if it is missing or malformed */
export function issuedToken({ json }: Pick<Answer, 'json'>): UploadToken | undefined {
  try {
    return parseUploadToken(json)
  } catch (error) {
    if (isSecureUploadError(error)) return undefined
    throw error
  }
}

/** @returns the expiry of a token in Unix **seconds**, if it can be read */
export function expireOf(token: UploadToken): number | undefined {
  if ('secureExpire' in token) return Number(token.secureExpire)
  const { exp } = fieldsOf(decodePayload(token.authToken))
  return typeof exp === 'number' ? exp : undefined
}

/** @returns the value if it is an object, else an empty object */
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
