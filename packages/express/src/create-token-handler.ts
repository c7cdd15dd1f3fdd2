import {
  createTokenEndpoint,
  nodeHeader,
  sendNodeAnswer,
  type TokenHandlerOptions,
} from '@secure-uploading/server'
import type { Request, RequestHandler, Response } from 'express'

/**
 * Makes a token endpoint for Express 4 and 5. It reads no body, so it works before and after `express.json()`.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * import { createTokenHandler } from '@secure-uploading/express'
 * import express from 'express'
 *
 * const app = express()
 * app.all(
 *   '/api/upload-token',
 *   createTokenHandler({
 *     publicKey: process.env['UPLOADCARE_PUBLIC_KEY'] ?? '',
 *     secretKey: process.env['UPLOADCARE_SECRET_KEY'] ?? '',
 *     authorize: (request) => (request.get('cookie') ? { subject: 'user-42' } : null),
 *   }),
 * )
 * ```
 */
export function createTokenHandler(options: TokenHandlerOptions<[Request, Response]>): RequestHandler {
  const endpoint = createTokenEndpoint(options)

  return async (request, response) => {
    const { method, headers } = request
    const header = (name: string) => nodeHeader(headers, name)
    const answer = await endpoint({ method, header }, request, response)
    sendNodeAnswer(response, answer)
  }
}
