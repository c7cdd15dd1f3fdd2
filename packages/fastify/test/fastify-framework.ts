import type { Framework } from '@secure-uploading/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The properties of Fastify, any version, for the contract. */
export const framework: Framework<[FastifyRequest, FastifyReply]> = {
  cookieOf: (request) => request.headers.cookie,
  redirect: (location, _request, reply) => reply.code(303).redirect(location),
}
