import type { FastifyInstance, RawServerBase, RawServerDefault } from 'fastify'
import type { RouteArguments } from './route-arguments.js'

/** Mounts a handler for every method at the prefix of a plugin, without parsing any body in its scope. */
export function mountUnparsed<RawServer extends RawServerBase = RawServerDefault>(
  scope: FastifyInstance<RawServer>,
  handle: (...args: RouteArguments<RawServer>) => Promise<void>,
): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _payload, parsed) => {
    parsed(null)
  })
  // Fastify 5 refuses an invalid Content-Type before any parser.
  scope.addHook('onRequest', (request, _reply, done) => {
    delete request.raw.headers['content-type']
    done()
  })
  // fastify-raw-body reads the body of every other route.
  scope.all('/', { config: { rawBody: false } }, handle)
}
