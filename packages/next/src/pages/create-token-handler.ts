import type { TokenHandlerOptions } from '@secure-uploading/server'
import { createNodeHandler, createTokenEndpoint } from '@secure-uploading/server/adapter'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { translateNextErrors } from '../translate-next-errors.js'

/**
 * Creates a token endpoint for the Pages Router: the default export of a file in `pages/api`. Pass the keys as functions,
 * so that `next build` needs no secret.
 *
 * @throws {TypeError} naming an invalid option.
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
  return createNodeHandler(createTokenEndpoint(translateNextErrors(options)))
}
