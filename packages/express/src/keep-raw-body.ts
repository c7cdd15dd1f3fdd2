/**
 * Keeps the bytes of a body as `request.rawBody` while a parser of Express reads it. Pass it as the parser's `verify`
 * option when the webhook handler cannot be mounted before the parser.
 *
 * @example
 * ```ts
 * import { keepRawBody } from '@secure-uploading/express'
 * import express from 'express'
 *
 * const app = express()
 * app.use(express.json({ verify: keepRawBody }))
 * ```
 */
export function keepRawBody(request: object, _response: unknown, bytes: Uint8Array): void {
  Object.assign(request, { rawBody: bytes })
}
