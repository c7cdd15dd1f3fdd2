import { LAST_UNIX_SECOND } from './last-unix-second.js'
import { SecureUploadError } from './secure-upload-error.js'
import type { TokenDetails, UploadToken } from './upload-token.js'

/**
 * Reads the JSON answer of a token endpoint, ours or anybody's. Unknown fields are ignored and a numeric
 * `secureExpire` is accepted.
 *
 * @throws {SecureUploadError} `ERR_TOKEN_MALFORMED`, naming the field and what it has to be.
 *
 * @example
 * ```ts
 * import { parseUploadToken } from '@secure-uploading/core/token'
 *
 * const response = await fetch('/api/upload-token', { method: 'POST' })
 * const token = parseUploadToken(await response.json())
 * ```
 */
export function parseUploadToken(json: unknown): UploadToken {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw malformed('The upload token must be a JSON object')
  }
  const fields = json as Record<string, unknown>
  const details: TokenDetails = {}
  if (isPresent(fields['publicKey'])) details.publicKey = nonEmptyString(fields, 'publicKey')
  if (isPresent(fields['expiresIn'])) details.expiresIn = positiveSeconds(fields, 'expiresIn')
  if (isPresent(fields['uploadReceipt'])) details.uploadReceipt = nonEmptyString(fields, 'uploadReceipt')

  if (isPresent(fields['authToken']) && !isPresent(fields['secureSignature'])) {
    return { ...details, authToken: nonEmptyString(fields, 'authToken') }
  }
  return {
    ...details,
    secureSignature: nonEmptyString(fields, 'secureSignature'),
    secureExpire: unixSeconds(fields, 'secureExpire'),
  }
}

function nonEmptyString(fields: Record<string, unknown>, name: string): string {
  const value = fields[name]
  if (typeof value === 'string' && value.trim() !== '') return value
  throw malformed(`"${name}" must be a string that is not empty`)
}

function positiveSeconds(fields: Record<string, unknown>, name: string): number {
  const value = fields[name]
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value
  throw malformed(`"${name}" must be a positive number of seconds`)
}

function unixSeconds(fields: Record<string, unknown>, name: string): string {
  const value = fields[name]
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^\d{1,16}$/.test(text)) {
    throw malformed(`"${name}" must be a whole number of Unix seconds, as a string`)
  }
  if (Number(text) > LAST_UNIX_SECOND) {
    throw malformed(`"${name}" must be in Unix seconds, not in milliseconds`)
  }
  return text
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null
}

function malformed(what: string): SecureUploadError {
  return new SecureUploadError(
    'ERR_TOKEN_MALFORMED',
    `${what}. Check what the token endpoint answers: { "secureSignature", "secureExpire" } or { "authToken" }.`,
  )
}
