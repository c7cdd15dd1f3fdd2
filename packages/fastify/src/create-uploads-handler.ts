import type { UploadsHandlerOptions } from '@secure-uploading/server'
import {
  createDefineUploads,
  createUploadsEndpoint,
  nodeHeader,
  nodeJsonBody,
  queryValue,
  type DefineUploads,
} from '@secure-uploading/server/adapter'
import type { FastifyPluginCallback, RawServerBase, RawServerDefault } from 'fastify'
import type { TokenRouteHandler } from './create-token-handler.js'
import { mountUnparsed } from './mount-unparsed.js'
import type { RouteArguments } from './route-arguments.js'
import { sendAnswer } from './send-answer.js'

/**
 * Defines upload routes: their rules, and what happens with an accepted file. The browser gets their types with
 * `import type`. For an HTTP/2 server create the function: `createDefineUploads<Parameters<RouteHandlerMethod<Http2Server>>>()`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { defineUploads } from '@secure-uploading/fastify'
 *
 * export const uploads = defineUploads({
 *   avatar: {
 *     accept: ['image/*'],
 *     maxBytes: '5MB',
 *     maxFiles: 1,
 *     onUploaded: ({ file, subject }) => ({ url: file.cdnUrl, owner: subject }),
 *   },
 * })
 * ```
 */
export const defineUploads: DefineUploads<RouteArguments<RawServerDefault>> =
  /* @__PURE__ */ createDefineUploads()

/**
 * Creates an uploads endpoint for Fastify 4 and 5: it issues tokens for upload routes and completes their files. Mount it for
 * all methods, so that it answers OPTIONS too, or use {@link uploadsPlugin}, which also accepts requests whose body Fastify's
 * parser refuses.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createUploadsHandler, defineUploads } from '@secure-uploading/fastify'
 * import fastify from 'fastify'
 *
 * const uploads = defineUploads({ avatar: { accept: ['image/*'], maxBytes: '5MB', maxFiles: 1 } })
 *
 * const app = fastify()
 * app.all(
 *   '/api/uploads',
 *   createUploadsHandler({
 *     uploads,
 *     receipts: { secret: process.env['RECEIPT_SECRET'] },
 *     authorize: (request) => (request.headers.cookie ? { subject: 'user-42' } : null),
 *   }),
 * )
 * ```
 */
export function createUploadsHandler<RawServer extends RawServerBase = RawServerDefault>(
  options: UploadsHandlerOptions<RouteArguments<RawServer>>,
): TokenRouteHandler<RawServer> {
  const endpoint = createUploadsEndpoint(options)

  return async (request, reply) => {
    const { method, headers, raw, body } = request
    const header = (name: string) => nodeHeader(headers, name)
    const query = (name: string) => queryValue(raw.url ?? '', name)
    const json = () => nodeJsonBody(raw, body)
    await sendAnswer<RawServer>(reply, await endpoint({ method, header, query, json }, request, reply))
  }
}

/**
 * Creates a plugin that mounts {@link createUploadsHandler} at its `prefix`, for all methods and bodies. It parses no body in
 * its own scope and changes nothing outside.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { defineUploads, uploadsPlugin } from '@secure-uploading/fastify'
 * import fastify from 'fastify'
 *
 * const uploads = defineUploads({ avatar: { accept: ['image/*'], maxBytes: '5MB', maxFiles: 1 } })
 *
 * const app = fastify()
 * app.register(
 *   uploadsPlugin({
 *     uploads,
 *     receipts: { secret: process.env['RECEIPT_SECRET'] },
 *     authorize: (request) => (request.headers.cookie ? { subject: 'user-42' } : null),
 *   }),
 *   { prefix: '/api/uploads' },
 * )
 * ```
 */
export function uploadsPlugin<RawServer extends RawServerBase = RawServerDefault>(
  options: UploadsHandlerOptions<RouteArguments<RawServer>>,
): FastifyPluginCallback<Record<never, never>, RawServer> {
  const handle = createUploadsHandler<RawServer>(options)

  return (scope, _options, done) => {
    mountUnparsed(scope, handle)
    done()
  }
}
