import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

it("types authorize, the keys, the limiter's key and the hooks with the framework's own arguments", () => {
  type Expected = [event: APIGatewayProxyEventV2, context: Context]
  createTokenHandler({
    publicKey: (...args) => {
      expectTypeOf(args).toEqualTypeOf<Expected>()
      return 'demopublickey'
    },
    secretKey: (...args) => {
      expectTypeOf(args).toEqualTypeOf<Expected>()
      return 'demosecretkey'
    },
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<Expected>()
      return null
    },
    rateLimit: {
      limiter: { consume: () => Promise.resolve() },
      key: (_grant, ...args) => {
        expectTypeOf(args).toEqualTypeOf<Expected>()
        return 'key'
      },
    },
    onIssue: (_event, ...args) => {
      expectTypeOf(args).toEqualTypeOf<Expected>()
    },
  })
})
