import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

it('types authorize with the arguments of the framework', () => {
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[event: APIGatewayProxyEventV2, context: Context]>()
      return null
    },
  })
})
