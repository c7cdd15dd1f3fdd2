import type { RawServerBase, RouteHandlerMethod } from 'fastify'

/**
 * The arguments of a Fastify handler: `FastifyRequest` and `FastifyReply` of this kind of server. `FastifyReply` takes its
 * type parameters in a different order in Fastify 4, so they are derived from the handler.
 */
export type RouteArguments<RawServer extends RawServerBase> = Parameters<RouteHandlerMethod<RawServer>>
