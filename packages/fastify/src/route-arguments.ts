import type { RawServerBase, RouteHandlerMethod } from 'fastify'

/**
 * What Fastify calls a handler with: `FastifyRequest` and `FastifyReply` of this kind of server. (`FastifyReply` itself takes
 * its type parameters in another order in Fastify 4 than in 5.)
 */
export type RouteArguments<RawServer extends RawServerBase> = Parameters<RouteHandlerMethod<RawServer>>
