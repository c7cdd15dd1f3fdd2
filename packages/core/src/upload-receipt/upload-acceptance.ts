import { encodeBase64Url } from '../base64url/base64url.js'
import { assertOptions } from '../options/assert-options.js'
import { assertRouteName } from './upload-route.js'

/** A file that the backend has accepted. */
export interface UploadAcceptance {
  /** The UUID of the file. */
  uuid: string
  /** The user that uploaded the file. */
  subject: string
  /** The upload route of the file. */
  route: string
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** @throws {TypeError} if a field is invalid or unknown */
export function assertAcceptance(acceptance: unknown): asserts acceptance is UploadAcceptance {
  assertOptions(acceptance, ['uuid', 'subject', 'route'])
  const { uuid, subject, route }: Partial<Record<keyof UploadAcceptance, unknown>> = acceptance
  if (typeof uuid !== 'string' || !UUID.test(uuid)) throw new TypeError('"uuid" must be the UUID of a file.')
  if (typeof subject !== 'string' || subject === '')
    throw new TypeError('"subject" must be a non-empty string.')
  assertRouteName(route)
}

/** Encodes an acceptance for signing, unambiguously. */
export function encodeAcceptance({ uuid, subject, route }: UploadAcceptance): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([uuid.toLowerCase(), subject, route]))
}

/** Formats an HMAC as an acceptance record. */
export const formatAcceptance = (mac: Uint8Array): string => `ua1.${encodeBase64Url(mac)}`
