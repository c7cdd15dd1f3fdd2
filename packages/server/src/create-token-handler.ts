import { createResponse } from './answer/create-response.js'
import { createTokenEndpoint } from './create-token-endpoint.js'
import type { TokenHandlerOptions } from './options/token-handler-options.js'

/** Answers a web-standard request. What a framework passes beside it goes on to `authorize`, the keys and the hooks. */
export type TokenHandler<Rest extends unknown[] = []> = (request: Request, ...rest: Rest) => Promise<Response>

/**
 * Makes a token endpoint for whatever speaks Request and Response: Hono, Cloudflare Workers, Deno, Bun, SvelteKit…
 * Mount it for `POST` and `OPTIONS`.
 *
 * @throws {TypeError} when an option is wrong, naming it.
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
export function createTokenHandler<Rest extends unknown[] = []>(
  options: TokenHandlerOptions<[Request, ...Rest]>,
): TokenHandler<Rest> {
  const endpoint = createTokenEndpoint(options)
  return async (request, ...rest) => {
    const header = (name: string) => request.headers.get(name)
    return createResponse(await endpoint({ method: request.method, header }, request, ...rest))
  }
}
