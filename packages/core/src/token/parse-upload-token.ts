import { SecureUploadError } from './secure-upload-error.js'
import type { TokenDetails, UploadToken } from './upload-token.js'

/**
 * Parses the JSON response of any token endpoint. Ignores unknown fields, and accepts a numeric `secureExpire`.
 *
 * @throws {SecureUploadError} `ERR_TOKEN_MALFORMED`, naming the field and what it must be
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
  // Non-objects have no fields.
  const fields = Object(json) as Record<string, unknown>
  const details: TokenDetails = {}
  if (isPresent(fields['publicKey'])) details.publicKey = text(fields, 'publicKey')
  if (isPresent(fields['expiresIn'])) details.expiresIn = positiveSeconds(fields, 'expiresIn')
  if (isPresent(fields['uploadReceipt'])) details.uploadReceipt = text(fields, 'uploadReceipt', /\S/)

  if (isPresent(fields['authToken']) && !isPresent(fields['secureSignature'])) {
    return { ...details, authToken: text(fields, 'authToken') }
  }
  return {
    ...details,
    secureSignature: text(fields, 'secureSignature'),
    secureExpire: unixSeconds(fields, 'secureExpire'),
  }
}

// A key from an environment variable can end in a line break, which no header can contain.
function text(fields: Record<string, unknown>, name: string, form = /^[!-~]+$/): string {
  const value = fields[name]
  if (typeof value === 'string' && form.test(value)) return value
  throw malformed(name, 'a non-empty string without spaces')
}

function positiveSeconds(fields: Record<string, unknown>, name: string): number {
  const value = fields[name]
  if (typeof value === 'number' && value > 0 && value < Infinity) return value
  throw malformed(name, 'a positive number of seconds')
}

function unixSeconds(fields: Record<string, unknown>, name: string): string {
  const value = fields[name]
  // Times in milliseconds have had 13 digits since 2001.
  if ((typeof value === 'string' || typeof value === 'number') && /^\d{1,12}$/.test(String(value))) {
    return String(value)
  }
  throw malformed(name, 'Unix seconds, not milliseconds')
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null

const malformed = (name: string, what: string): SecureUploadError =>
  new SecureUploadError('ERR_TOKEN_MALFORMED', `The token endpoint must return "${name}" as ${what}.`)
