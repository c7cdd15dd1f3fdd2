import type { Framework } from '@secure-uploading/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What the contract has to know of Fastify, whichever version. */
export const framework: Framework<[FastifyRequest, FastifyReply]> = {
  cookieOf: (request) => request.headers.cookie,
  redirect: (location, _request, reply) => reply.code(303).redirect(location),
}
