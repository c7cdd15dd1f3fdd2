import { createTokenEndpoint, type TokenHandlerOptions } from '@secure-uploading/server'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Handles a route of Fastify, of whatever generics. */
export type TokenRouteHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/**
 * Makes a token endpoint for Fastify 4 and 5. Mount it for all methods, so that it answers OPTIONS too.
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
export function createTokenHandler(
  options: TokenHandlerOptions<[FastifyRequest, FastifyReply]>,
): TokenRouteHandler {
  const endpoint = createTokenEndpoint(options)

  return async (request, reply) => {
    const header = (name: string) => request.headers[name]?.toString()
    const answer = await endpoint({ method: request.method, header }, request, reply)
    // An `authorize` that redirected has answered already.
    if (reply.sent) return reply
    const { Vary: vary = '', ...headers } = answer.headers
    const others = reply.getHeader('vary')
    const varied = others === undefined ? vary : `${others.toString()}, ${vary}`
    return reply
      .code(answer.status)
      .headers({ ...headers, vary: varied })
      .send(answer.body)
  }
}
