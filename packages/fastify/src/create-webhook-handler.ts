import type { WebhookHandlerOptions } from '@secure-uploading/server'
import { createWebhookEndpoint, nodeHeader } from '@secure-uploading/server/adapter'
import type { FastifyPluginCallback, RawServerBase, RawServerDefault } from 'fastify'
import { mountUnparsed } from './mount-unparsed.js'
import { rawBodyOf } from './raw-body-of.js'
import type { RouteArguments } from './route-arguments.js'
import { sendAnswer } from './send-answer.js'

/**
 * Creates the endpoint for Uploadcare's webhooks, for Fastify 4 and 5. Only signed events reach `onEvent`. The signature
 * covers the raw bytes, which Fastify does not pass to handlers, so this is a plugin: it parses no body in its own scope
 * and changes nothing outside. Its path is the `prefix`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createWebhookHandler } from '@secure-uploading/fastify'
 * import fastify from 'fastify'
 *
 * const app = fastify()
 * app.register(
 *   createWebhookHandler({
 *     signingSecret: process.env['UPLOADCARE_WEBHOOK_SECRET'],
 *     onEvent: async (event) => {
 *       if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *     },
 *   }),
 *   { prefix: '/api/uploadcare-webhook' },
 * )
 * ```
 */
export function createWebhookHandler<RawServer extends RawServerBase = RawServerDefault>(
  options: WebhookHandlerOptions<RouteArguments<RawServer>>,
): FastifyPluginCallback<Record<never, never>, RawServer> {
  const endpoint = createWebhookEndpoint(options)

  async function handle(...[request, reply]: RouteArguments<RawServer>): Promise<void> {
    const header = (name: string) => nodeHeader(request.headers, name)
    const body = () => rawBodyOf<RawServer>(request)
    await sendAnswer<RawServer>(
      reply,
      await endpoint({ method: request.method, header, body }, request, reply),
    )
  }

  return (scope, _options, done) => {
    mountUnparsed(scope, handle)
    done()
  }
}
