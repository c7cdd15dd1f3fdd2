import { describeTokenEndpoint } from '@secure-uploading/contract'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { createTokenHandler } from '../src/index.js'
import { lambdaContext } from './lambda-context.js'
import { responseOf, toEventV2 } from './http-api-v2.js'

describeTokenEndpoint('Lambda behind an HTTP API', {
  serve(options) {
    const handler = createTokenHandler(options)
    return { send: async (request) => responseOf(await handler(await toEventV2(request), lambdaContext)) }
  },
  cookieOf: (event: APIGatewayProxyEventV2) => event.cookies?.join('; '),
})
