import type { JsonBody } from '@secure-uploading/server/adapter'
import type { LambdaHttpEvent } from './lambda-http-event.js'
import { readBody } from './read-body.js'

/** Returns the JSON body of an HTTP event, which a middleware may have parsed. */
export function readJson(event: LambdaHttpEvent): JsonBody {
  const body: unknown = event.body
  return typeof body === 'object' && body !== null ? { parsed: body } : { raw: readBody(event) }
}
