import middy from '@middy/core'
import { describeTokenEndpoint } from '@secure-uploading/contract'
import type {
  ALBEvent,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  LambdaFunctionURLEvent,
} from 'aws-lambda'
import { createTokenHandler } from '../src/index.js'
import { toFunctionUrlEvent } from './events/function-url.js'
import { toHttpApiEvent } from './events/http-api.js'
import { toLoadBalancerEvent } from './events/load-balancer.js'
import { responseOf } from './events/response-of.js'
import { toRestApiEvent } from './events/rest-api.js'
import { lambdaContext } from './lambda-context.js'

// A function returns its answer, so no response exists before.
const lacks = ['shared-response'] as const

describeTokenEndpoint('Lambda behind an HTTP API', {
  serve(options) {
    const handle = createTokenHandler(options)
    return { send: async (request) => responseOf(await handle(await toHttpApiEvent(request), lambdaContext)) }
  },
  cookieOf: (event: APIGatewayProxyEventV2) => event.cookies?.join('; '),
  lacks,
})

describeTokenEndpoint('Lambda behind an HTTP API, wrapped by middy', {
  serve(options) {
    const handle = middy(createTokenHandler(options))
    return { send: async (request) => responseOf(await handle(await toHttpApiEvent(request), lambdaContext)) }
  },
  cookieOf: (event: APIGatewayProxyEventV2) => event.cookies?.join('; '),
  lacks,
})

describeTokenEndpoint('Lambda behind a function URL', {
  serve(options) {
    const handle = createTokenHandler(options)
    return {
      send: async (request) => responseOf(await handle(await toFunctionUrlEvent(request), lambdaContext)),
    }
  },
  cookieOf: (event: LambdaFunctionURLEvent) => event.cookies?.join('; '),
  lacks,
})

describeTokenEndpoint('Lambda behind a REST API', {
  serve(options) {
    const handle = createTokenHandler<APIGatewayProxyEvent>(options)
    return { send: async (request) => responseOf(await handle(await toRestApiEvent(request), lambdaContext)) }
  },
  cookieOf: (event: APIGatewayProxyEvent) => event.headers['Cookie'],
  lacks,
})

describeTokenEndpoint('Lambda behind a load balancer', {
  serve(options) {
    const handle = createTokenHandler<ALBEvent>(options)
    return {
      send: async (request) =>
        responseOf(await handle(await toLoadBalancerEvent(request, 'single'), lambdaContext)),
    }
  },
  cookieOf: (event: ALBEvent) => event.headers?.['cookie'],
  lacks,
})

describeTokenEndpoint('Lambda behind a load balancer with multi-value headers', {
  serve(options) {
    const handle = createTokenHandler<ALBEvent>(options)
    return {
      send: async (request) =>
        responseOf(await handle(await toLoadBalancerEvent(request, 'multi'), lambdaContext), 'multi'),
    }
  },
  cookieOf: (event: ALBEvent) => event.multiValueHeaders?.['cookie']?.[0],
  lacks,
})
