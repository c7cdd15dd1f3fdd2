import {
  createTokenEndpoint,
  nodeHeader,
  sendNodeAnswer,
  type TokenHandlerOptions,
} from '@secure-uploading/server'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { translateNextErrors } from '../translate-next-errors.js'

/**
 * Makes a token endpoint for the Pages Router: the default export of a file in `pages/api`. Give the keys as functions,
 * so that `next build` needs no secret.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * // pages/api/upload-token.ts
 * import { createTokenHandler } from '@secure-uploading/next/pages'
 *
 * export default createTokenHandler({
 *   publicKey: () => process.env['UPLOADCARE_PUBLIC_KEY'] ?? '',
 *   secretKey: () => process.env['UPLOADCARE_SECRET_KEY'] ?? '',
 *   authorize: (request) => (request.cookies['session'] ? { subject: 'user-42' } : null),
 * })
 * ```
 */
export function createTokenHandler(
  options: TokenHandlerOptions<[NextApiRequest, NextApiResponse]>,
): NextApiHandler {
  const endpoint = createTokenEndpoint(translateNextErrors(options))

  return async (request, response) => {
    const header = (name: string) => nodeHeader(request.headers, name)
    const answer = await endpoint({ method: request.method ?? '', header }, request, response)
    sendNodeAnswer(response, answer)
  }
}
