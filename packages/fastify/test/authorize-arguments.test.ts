import type { FastifyReply, FastifyRequest } from 'fastify'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

it('types authorize with the arguments of the framework', () => {
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[request: FastifyRequest, reply: FastifyReply]>()
      return null
    },
  })
})
