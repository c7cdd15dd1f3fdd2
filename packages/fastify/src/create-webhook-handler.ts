import {
  createWebhookEndpoint,
  nodeHeader,
  nodeRequestBody,
  type WebhookHandlerOptions,
} from '@secure-uploading/server'
import type { FastifyPluginCallback, RawServerBase, RawServerDefault } from 'fastify'
import type { RouteArguments } from './route-arguments.js'

const ADVICE = 'Let no hook read the request before it.'

/**
 * Makes the endpoint that Uploadcare's webhooks are sent to, for Fastify 4 and 5. Only what Uploadcare signed gets to
 * `onEvent`. The signature is of the raw bytes, which a handler does not get from Fastify, so this is a plugin: it parses
 * no body within itself, and leaves the rest of the app alone. Its address is the `prefix`.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * import { createWebhookHandler } from '@secure-uploading/fastify'
 * import fastify from 'fastify'
 *
 * const app = fastify()
 * app.register(
 *   createWebhookHandler({
 *     signingSecret: process.env['UPLOADCARE_WEBHOOK_SECRET'] ?? '',
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
    const body = () => nodeRequestBody(request.raw, ADVICE)
    const answer = await endpoint({ method: request.method, header, body }, request, reply)
    if (reply.sent) return
    await reply.code(answer.status).headers(answer.headers).send(answer.body)
  }

  return (scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, parsed) => {
      parsed(null)
    })
    scope.all('/', handle)
    done()
  }
}
