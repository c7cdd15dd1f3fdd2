import { RestError } from './rest-error.js'

/**
 * Parses the body of a request: JSON, or a URL-encoded form as an object of strings. Without a `Content-Type`, a body is
 * JSON.
 *
 * @returns `undefined` for an empty body.
 * @throws {RestError} when it cannot be parsed.
 */
export function readPayload(bytes: Uint8Array, contentType: string | null): unknown {
  if (bytes.byteLength === 0) return undefined
  const text = new TextDecoder().decode(bytes)
  const type = (contentType ?? 'application/json').replace(/;.*$/s, '').trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text))
  if (type !== 'application/json' && !/^application\/vnd\.uploadcare-v[\d.]+\+json$/.test(type)) {
    throw new RestError(415, `Unsupported media type "${type}" in request.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new RestError(400, 'Expected JSON object.')
  }
}
