import { createTokenEndpoint, nodeHeader, type TokenHandlerOptions } from '@secure-uploading/server'
import type { RawServerBase, RawServerDefault } from 'fastify'
import type { RouteArguments } from './route-arguments.js'

/** Handles a route of Fastify, whatever its schemas and type provider are. */
export type TokenRouteHandler<RawServer extends RawServerBase = RawServerDefault> = (
  ...[request, reply]: RouteArguments<RawServer>
) => Promise<void>

/**
 * Makes a token endpoint for Fastify 4 and 5. Mount it for all methods, so that it answers OPTIONS too. The type
 * parameter is the kind of server, for where TypeScript does not find it out: `createTokenHandler<Http2SecureServer>`.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * import { createTokenHandler } from '@secure-uploading/fastify'
 * import fastify from 'fastify'
 *
 * const app = fastify()
 * app.all(
 *   '/api/upload-token',
 *   createTokenHandler({
 *     publicKey: process.env['UPLOADCARE_PUBLIC_KEY'] ?? '',
 *     secretKey: process.env['UPLOADCARE_SECRET_KEY'] ?? '',
 *     authorize: (request) => (request.headers.cookie ? { subject: 'user-42' } : null),
 *   }),
 * )
 * ```
 */
export function createTokenHandler<RawServer extends RawServerBase = RawServerDefault>(
  options: TokenHandlerOptions<RouteArguments<RawServer>>,
): TokenRouteHandler<RawServer> {
  const endpoint = createTokenEndpoint(options)

  return async (request, reply) => {
    const header = (name: string) => nodeHeader(request.headers, name)
    const answer = await endpoint({ method: request.method, header }, request, reply)
    // An `authorize` that redirected has answered already.
    if (reply.sent) return
    const { Vary: vary = '', ...headers } = answer.headers
    const others = reply.getHeader('vary')
    const varied = others === undefined ? vary : `${others.toString()}, ${vary}`
    await reply
      .code(answer.status)
      .headers({ ...headers, vary: varied })
      .send(answer.body)
  }
}
