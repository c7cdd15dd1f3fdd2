import { createWebHandler } from '../http/web.js'
import { createTokenEndpoint } from './endpoint.js'
import type { AuthorizeResult, CheckedGrant } from './grant.js'
import type { TokenHandlerOptions } from './options.js'

/** Answers a web-standard request. `rest` is passed on to `authorize`, the keys and the hooks. */
export type TokenHandler<Rest extends unknown[] = []> = (request: Request, ...rest: Rest) => Promise<Response>

/**
 * Creates a token endpoint for frameworks with `Request` and `Response`: Hono, Cloudflare Workers, Deno, Bun, SvelteKit…
 * Mount it for `POST` and `OPTIONS`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createTokenHandler } from '@secure-uploading/server'
 *
 * const handle = createTokenHandler({
 *   publicKey: 'demopublickey',
 *   secretKey: 'demosecretkey',
 *   authorize: (request) => request.headers.has('cookie') || null,
 * })
 * const response = await handle(new Request('https://app.example/api/upload-token', { method: 'POST' }))
 * ```
 */
export function createTokenHandler<
  Rest extends unknown[] = [],
  Result extends AuthorizeResult = AuthorizeResult,
>(
  options: TokenHandlerOptions<[request: Request, ...rest: Rest], Result> & CheckedGrant<Result>,
): TokenHandler<Rest> {
  return createWebHandler(createTokenEndpoint(options))
}
