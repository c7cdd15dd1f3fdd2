import type { AuthorizeResult, CheckedGrant, TokenHandlerOptions } from '@secure-uploading/server'
import { createNodeHandler, createTokenEndpoint } from '@secure-uploading/server/adapter'
import type { Request, RequestHandler, Response } from 'express'

/**
 * Creates a token endpoint for Express 4 and 5. It reads no body, so it works before and after `express.json()`.
 *
 * @throws {TypeError} naming an invalid option.
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
 *     authorize: (request) => (request.get('cookie') ? { subject: 'user-42' } : null),
 *   }),
 * )
 * ```
 */
export function createTokenHandler<Result extends AuthorizeResult = AuthorizeResult>(
  options: TokenHandlerOptions<[request: Request, response: Response], Result> & CheckedGrant<Result>,
): RequestHandler {
  return createNodeHandler(createTokenEndpoint(options))
}
