import type { AuthorizeResult, CheckedGrant, TokenHandlerOptions } from '@secure-uploading/server'
import type { FastifyPluginCallback, RawServerBase, RawServerDefault } from 'fastify'
import { createTokenHandler } from './create-token-handler.js'
import { mountUnparsed } from './mount-unparsed.js'
import type { RouteArguments } from './route-arguments.js'

/**
 * Creates a token endpoint for Fastify 4 and 5 as a plugin. Its path is the `prefix`. It parses no body in its own scope, so
 * it accepts requests that Fastify would refuse before a route handler, such as `Content-Type: application/json` without a
 * body. It answers every method, including OPTIONS.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { tokenPlugin } from '@secure-uploading/fastify'
 * import fastify from 'fastify'
 *
 * const app = fastify()
 * app.register(
 *   tokenPlugin({ authorize: (request) => (request.headers.cookie ? { subject: 'user-42' } : null) }),
 *   { prefix: '/api/upload-token' },
 * )
 * ```
 */
export function tokenPlugin<
  RawServer extends RawServerBase = RawServerDefault,
  Result extends AuthorizeResult = AuthorizeResult,
>(
  options: TokenHandlerOptions<RouteArguments<RawServer>, Result> & CheckedGrant<Result>,
): FastifyPluginCallback<Record<never, never>, RawServer> {
  const handle = createTokenHandler<RawServer>(options)
  return (scope, _options, done) => {
    mountUnparsed(scope, handle)
    done()
  }
}
