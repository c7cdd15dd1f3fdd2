import type { RawBody } from '@secure-uploading/server'
import type { LambdaHttpEvent } from './lambda-http-event.js'

/** Reads the raw body of an HTTP event, which comes as text, or as bytes in Base64. */
export function readBody({ body, isBase64Encoded }: LambdaHttpEvent): RawBody {
  if (!isBase64Encoded) return body
  return Uint8Array.from(atob(body ?? ''), (character) => character.charCodeAt(0))
}
