import { createResponse, createTokenEndpoint, type TokenHandlerOptions } from '@secure-uploading/server'
import type { NextRequest } from 'next/server.js'
import { translateNextErrors } from './translate-next-errors.js'

/** What a `route.ts` exports. Next answers every other method with 405 itself. */
export interface TokenRouteHandlers<Context> {
  POST: (request: NextRequest, context: Context) => Promise<Response>
  OPTIONS: (request: NextRequest, context: Context) => Promise<Response>
}

/**
 * Makes a token endpoint for the App Router: the exports of a `route.ts`. Give the keys as functions, so that
 * `next build` needs no secret. `redirect()`, `unauthorized()` and `forbidden()` may be called in `authorize`.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * // app/api/upload-token/route.ts
 * import { createTokenHandler } from '@secure-uploading/next'
 *
 * export const { POST, OPTIONS } = createTokenHandler({
 *   publicKey: () => process.env['UPLOADCARE_PUBLIC_KEY'] ?? '',
 *   secretKey: () => process.env['UPLOADCARE_SECRET_KEY'] ?? '',
 *   authorize: (request) => (request.cookies.has('session') ? { subject: 'user-42' } : null),
 * })
 * ```
 */
export function createTokenHandler<Context = { params: Promise<object> }>(
  options: TokenHandlerOptions<[NextRequest, Context]>,
): TokenRouteHandlers<Context> {
  const endpoint = createTokenEndpoint(translateNextErrors(options))

  async function handle(request: NextRequest, context: Context): Promise<Response> {
    const header = (name: string) => request.headers.get(name)
    return createResponse(await endpoint({ method: request.method, header }, request, context))
  }
  return { POST: handle, OPTIONS: handle }
}
