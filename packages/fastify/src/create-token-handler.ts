import type { AuthorizeResult, CheckedGrant, TokenHandlerOptions } from '@secure-uploading/server'
import { createTokenEndpoint, nodeHeader } from '@secure-uploading/server/adapter'
import type { RawServerBase, RawServerDefault } from 'fastify'
import type { RouteArguments } from './route-arguments.js'
import { sendAnswer } from './send-answer.js'

/** A route handler of Fastify that fits every schema and type provider. */
export type TokenRouteHandler<RawServer extends RawServerBase = RawServerDefault> = (
  ...[request, reply]: RouteArguments<RawServer>
) => Promise<void>

/**
 * Creates a route handler for a token endpoint in Fastify 4 and 5. Fastify parses the body first and refuses some requests,
 * so prefer `tokenPlugin`. Mount the handler for all methods, so that it answers OPTIONS too. The type
 * parameter is the kind of server, where TypeScript cannot infer it: `createTokenHandler<Http2SecureServer>`.
 *
 * @throws {TypeError} naming an invalid option.
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
 *     authorize: (request) => (request.headers.cookie ? { subject: 'user-42' } : null),
 *   }),
 * )
 * ```
 */
export function createTokenHandler<
  RawServer extends RawServerBase = RawServerDefault,
  Result extends AuthorizeResult = AuthorizeResult,
>(
  options: TokenHandlerOptions<RouteArguments<RawServer>, Result> & CheckedGrant<Result>,
): TokenRouteHandler<RawServer> {
  const endpoint = createTokenEndpoint(options)

  return async (request, reply) => {
    const header = (name: string) => nodeHeader(request.headers, name)
    await sendAnswer<RawServer>(reply, await endpoint({ method: request.method, header }, request, reply))
  }
}
