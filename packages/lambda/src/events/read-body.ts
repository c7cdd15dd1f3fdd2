import { parsedBodyError, type RawBody } from '@secure-uploading/server'
import type { LambdaHttpEvent } from './lambda-http-event.js'

const ADVICE = "Let no middleware parse it, as Middy's http-json-body-parser does."

/**
 * Reads the raw body of an HTTP event, which comes as text, or as bytes in Base64.
 *
 * @throws {TypeError} when it was parsed before.
 */
export function readBody({ body, isBase64Encoded }: LambdaHttpEvent): RawBody {
  // Middleware may have put there what AWS's types know nothing of.
  const given: unknown = body
  if (given === null || given === undefined) return undefined
  if (typeof given !== 'string') throw parsedBodyError(ADVICE)
  return isBase64Encoded ? Uint8Array.from(atob(given), (character) => character.charCodeAt(0)) : given
}
