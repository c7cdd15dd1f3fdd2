import type { AuthorizeResult, CheckedGrant, TokenHandlerOptions } from '@secure-uploading/server'
import { createNodeHandler, createTokenEndpoint } from '@secure-uploading/server/adapter'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { translateNextErrors } from '../translate-next-errors.js'

/**
 * Creates a token endpoint for the Pages Router: the default export of a file in `pages/api`. The keys are
 * read from `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` on first use, so `next build` needs no secret.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * // pages/api/upload-token.ts
 * import { createTokenHandler } from '@secure-uploading/next/pages'
 *
 * export default createTokenHandler({
 *   authorize: (request) => (request.cookies['session'] ? { subject: 'user-42' } : null),
 * })
 * ```
 */
export function createTokenHandler<Result extends AuthorizeResult = AuthorizeResult>(
  options: TokenHandlerOptions<[request: NextApiRequest, response: NextApiResponse], Result> &
    CheckedGrant<Result>,
): NextApiHandler {
  return createNodeHandler(createTokenEndpoint(translateNextErrors(options)))
}
