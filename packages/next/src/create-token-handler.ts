import type { AuthorizeResult, CheckedGrant, TokenHandlerOptions } from '@secure-uploading/server'
import { createTokenEndpoint } from '@secure-uploading/server/adapter'
import type { NextRequest } from 'next/server.js'
import { createRouteHandler, type RouteHandler } from './create-route-handler.js'
import { translateNextErrors } from './translate-next-errors.js'

/** The exports of a `route.ts`. Next answers every other method with 405. */
export interface TokenRouteHandlers<Context> {
  POST: RouteHandler<Context>
  OPTIONS: RouteHandler<Context>
}

/**
 * Creates a token endpoint for the App Router: the exports of a `route.ts`. The keys are
 * read from `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` on first use, so `next build` needs no secret. `authorize` may call `redirect()`, `unauthorized()` and `forbidden()`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * // app/api/upload-token/route.ts
 * import { createTokenHandler } from '@secure-uploading/next'
 *
 * export const { POST, OPTIONS } = createTokenHandler({
 *   authorize: (request) => (request.cookies.has('session') ? { subject: 'user-42' } : null),
 * })
 * ```
 */
export function createTokenHandler<
  Context = { params: Promise<object> },
  Result extends AuthorizeResult = AuthorizeResult,
>(
  options: TokenHandlerOptions<[request: NextRequest, context: Context], Result> & CheckedGrant<Result>,
): TokenRouteHandlers<Context> {
  const handle = createRouteHandler(createTokenEndpoint(translateNextErrors(options)))
  return { POST: handle, OPTIONS: handle }
}
