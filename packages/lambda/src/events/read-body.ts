import { parsedBodyError, type RawBody } from '@secure-uploading/server/adapter'
import type { LambdaHttpEvent } from './lambda-http-event.js'

const ADVICE = "Remove the middleware that parses it, such as Middy's http-json-body-parser."

/**
 * Returns the raw body of an HTTP event: its text, or the bytes that its Base64 encodes.
 *
 * @throws {TypeError} when a middleware parsed it.
 */
export function readBody({ body, isBase64Encoded }: LambdaHttpEvent): RawBody {
  // Middleware may have replaced the body with a value that AWS's types do not have.
  const given: unknown = body
  if (given === null || given === undefined) return undefined
  if (typeof given !== 'string') throw parsedBodyError(ADVICE)
  return isBase64Encoded ? Uint8Array.from(atob(given), (character) => character.charCodeAt(0)) : given
}
