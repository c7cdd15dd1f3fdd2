import { parsedBodyError, type RawBody } from '@secure-uploading/server/adapter'
import { isObject } from './is-object.js'

const ADVICE = "Remove the middleware that parses it, such as Middy's http-json-body-parser."

/**
 * Returns the raw body of an HTTP event: its text, or the bytes that its Base64 encodes.
 *
 * @throws {TypeError} when a middleware parsed it.
 */
export function readBody(event: unknown): RawBody {
  if (!isObject(event)) return undefined
  const { body, isBase64Encoded, is_base64_encoded: isLatticeBase64 } = event
  if (body === null || body === undefined) return undefined
  if (typeof body !== 'string') throw parsedBodyError(ADVICE)
  const isBase64 = isBase64Encoded === true || isLatticeBase64 === true
  return isBase64 ? Uint8Array.from(atob(body), (character) => character.charCodeAt(0)) : body
}
