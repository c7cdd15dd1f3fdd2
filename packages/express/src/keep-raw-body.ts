/**
 * Keeps the bytes of a body as `request.rawBody` while a parser of Express reads it, for a webhook handler that cannot
 * be mounted before the parser: its `verify` option.
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
