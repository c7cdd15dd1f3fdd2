import { describeUploadsEndpoint } from '@secure-uploading/contract'
import type {
  ALBEvent,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  Context,
  LambdaFunctionURLEvent,
} from 'aws-lambda'
import { expect, expectTypeOf, it } from 'vitest'
import { createDefineUploads, createUploadsHandler, defineUploads } from '../src/index.js'
import { toFunctionUrlEvent } from './events/function-url.js'
import { toHttpApiEvent } from './events/http-api.js'
import { inBase64 } from './events/in-base64.js'
import { toLoadBalancerEvent } from './events/load-balancer.js'
import { responseOf } from './events/response-of.js'
import { toRestApiEvent } from './events/rest-api.js'
import { lambdaContext } from './lambda-context.js'

// A function returns its answer, so no response exists before.
const lacks = ['shared-response'] as const

describeUploadsEndpoint('Lambda behind an HTTP API', {
  serve(options) {
    const handle = createUploadsHandler(options)
    return { send: async (request) => responseOf(await handle(await toHttpApiEvent(request), lambdaContext)) }
  },
  cookieOf: (event: APIGatewayProxyEventV2) => event.cookies?.join('; '),
  lacks,
})

// The body is in Base64, as AWS sends some bodies.
describeUploadsEndpoint('Lambda behind a function URL', {
  serve(options) {
    const handle = createUploadsHandler(options)
    return {
      send: async (request) =>
        responseOf(await handle(inBase64(await toFunctionUrlEvent(request)), lambdaContext)),
    }
  },
  cookieOf: (event: LambdaFunctionURLEvent) => event.cookies?.join('; '),
  lacks,
})

describeUploadsEndpoint('Lambda behind a REST API', {
  serve(options) {
    const handle = createUploadsHandler<APIGatewayProxyEvent>(options)
    return { send: async (request) => responseOf(await handle(await toRestApiEvent(request), lambdaContext)) }
  },
  cookieOf: (event: APIGatewayProxyEvent) => event.headers['Cookie'],
  lacks,
})

describeUploadsEndpoint('Lambda behind a load balancer', {
  serve(options) {
    const handle = createUploadsHandler<ALBEvent>(options)
    return {
      send: async (request) =>
        responseOf(await handle(await toLoadBalancerEvent(request, 'single'), lambdaContext)),
    }
  },
  cookieOf: (event: ALBEvent) => event.headers?.['cookie'],
  lacks,
})

describeUploadsEndpoint('Lambda behind a load balancer with multi-value headers', {
  serve(options) {
    const handle = createUploadsHandler<ALBEvent>(options)
    return {
      send: async (request) =>
        responseOf(await handle(await toLoadBalancerEvent(request, 'multi'), lambdaContext), 'multi'),
    }
  },
  cookieOf: (event: ALBEvent) => event.multiValueHeaders?.['cookie']?.[0],
  lacks,
})

it('accepts a body that a middleware has parsed', async () => {
  const handle = createUploadsHandler({
    uploads: defineUploads({ avatar: {} }),
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    receipts: { secret: 'a secret of the backend' },
    authorize: () => ({ subject: 'ada' }),
  })
  const event = await toHttpApiEvent(
    new Request('http://app.example/api/uploads?route=avatar', { method: 'POST', body: '{}' }),
  )
  // @ts-expect-error -- AWS's types do not have parsed bodies
  const { statusCode, body } = await handle({ ...event, body: { completed: ['no UUID'] } }, lambdaContext)

  expect(statusCode).toBe(200)
  expect(JSON.parse(body)).toMatchObject({ files: [{ uuid: 'no UUID', code: 'ERR_FILE_NOT_FOUND' }] })
})

it('types the functions of a route with the arguments of the framework', () => {
  defineUploads({
    avatar: {
      authorize: (...args) => {
        expectTypeOf(args).toEqualTypeOf<[event: APIGatewayProxyEventV2, context: Context]>()
        return true
      },
    },
  })
  const defineLoadBalancerUploads = createDefineUploads<[event: ALBEvent, context: Context]>()
  const uploads = defineLoadBalancerUploads({
    avatar: { authorize: (event) => event.httpMethod === 'POST' },
  })
  const options = { uploads, receipts: { secret: 'a secret of the backend' }, authorize: () => null }
  expectTypeOf(createUploadsHandler<ALBEvent>(options)).parameter(0).toEqualTypeOf<ALBEvent>()
  // @ts-expect-error -- the routes are typed for the event of a load balancer
  createUploadsHandler<APIGatewayProxyEventV2>(options)
})
