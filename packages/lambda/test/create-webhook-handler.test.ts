import { describeWebhookEndpoint } from '@secure-uploading/contract'
import type {
  ALBEvent,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  Context,
  LambdaFunctionURLEvent,
} from 'aws-lambda'
import { createHmac } from 'node:crypto'
import { expect, expectTypeOf, it } from 'vitest'
import { createWebhookHandler, type WebhookDenied, type WebhookEvent } from '../src/index.js'
import { toFunctionUrlEvent } from './events/function-url.js'
import { toHttpApiEvent } from './events/http-api.js'
import { inBase64 } from './events/in-base64.js'
import { toLoadBalancerEvent } from './events/load-balancer.js'
import { responseOf } from './events/response-of.js'
import { toRestApiEvent } from './events/rest-api.js'
import { lambdaContext } from './lambda-context.js'

// A function returns its answer, so no response exists before.
const lacks = ['shared-response'] as const

describeWebhookEndpoint('Lambda behind an HTTP API', {
  serve(options) {
    const handle = createWebhookHandler(options)
    return { send: async (request) => responseOf(await handle(await toHttpApiEvent(request), lambdaContext)) }
  },
  cookieOf: (event: APIGatewayProxyEventV2) => event.cookies?.join('; '),
  lacks,
})

// The body is in Base64, as AWS sends some bodies.
describeWebhookEndpoint('Lambda behind a function URL', {
  serve(options) {
    const handle = createWebhookHandler(options)
    return {
      send: async (request) =>
        responseOf(await handle(inBase64(await toFunctionUrlEvent(request)), lambdaContext)),
    }
  },
  cookieOf: (event: LambdaFunctionURLEvent) => event.cookies?.join('; '),
  lacks,
})

describeWebhookEndpoint('Lambda behind a REST API', {
  serve(options) {
    const handle = createWebhookHandler<APIGatewayProxyEvent>(options)
    return { send: async (request) => responseOf(await handle(await toRestApiEvent(request), lambdaContext)) }
  },
  cookieOf: (event: APIGatewayProxyEvent) => event.headers['Cookie'],
  lacks,
})

describeWebhookEndpoint('Lambda behind a load balancer', {
  serve(options) {
    const handle = createWebhookHandler<ALBEvent>(options)
    return {
      send: async (request) =>
        responseOf(await handle(await toLoadBalancerEvent(request, 'single'), lambdaContext)),
    }
  },
  cookieOf: (event: ALBEvent) => event.headers?.['cookie'],
  lacks,
})

describeWebhookEndpoint('Lambda behind a load balancer with multi-value headers', {
  serve(options) {
    const handle = createWebhookHandler<ALBEvent>(options)
    return {
      send: async (request) =>
        responseOf(
          await handle(inBase64(await toLoadBalancerEvent(request, 'multi')), lambdaContext),
          'multi',
        ),
    }
  },
  cookieOf: (event: ALBEvent) => event.multiValueHeaders?.['cookie']?.[0],
  lacks,
})

it.each([
  ['204 No Content', '{"hook":{"event":"file.renamed"}}'],
  ['400 Bad Request', 'no JSON'],
  ['413 Content Too Large', 'x'.repeat(101)],
  ['500 Internal Server Error', '{"hook":{"event":"fail"}}'],
])('sends a load balancer the status with its reason phrase: %s', async (statusDescription, body) => {
  const handle = createWebhookHandler<ALBEvent>({
    signingSecret: 'signing secret',
    maxBodyBytes: 100,
    onEvent: ({ payload }) => {
      if (payload.hook.event === 'fail') throw new Error('the database is unavailable')
    },
    onError: () => undefined,
  })
  const signature = `v1=${createHmac('sha256', 'signing secret').update(body).digest('hex')}`
  const headers = { 'x-uc-signature': signature }
  const request = new Request('http://app.example/', { method: 'POST', headers, body })
  const result = await handle(await toLoadBalancerEvent(request, 'single'), lambdaContext)
  expect(result.statusDescription).toBe(statusDescription)
})

it.each([false, true])('treats a missing body as empty, in Base64: %s', async (isBase64Encoded) => {
  const denied: WebhookDenied[] = []
  const handle = createWebhookHandler<APIGatewayProxyEvent>({
    signingSecret: 'signing secret',
    onEvent: () => undefined,
    onDeny: (event) => denied.push(event),
  })
  const signature = `v1=${createHmac('sha256', 'signing secret').update('').digest('hex')}`
  const headers = { 'x-uc-signature': signature }
  const event = await toRestApiEvent(new Request('http://app.example/', { method: 'POST', headers }))

  const { statusCode } = await handle({ ...event, body: null, isBase64Encoded }, lambdaContext)

  expect(statusCode).toBe(400)
  expect(denied).toMatchObject([{ reason: 'body-malformed' }])
})

it.each([
  ['an object', { hook: { event: 'file.uploaded' } }],
  ['an array', [123, 125]],
  ['a number', 7],
  ['a boolean', false],
])(
  'answers 500 after a middleware parsed the body to %s, and passes advice to onError',
  async (_what, body) => {
    for (const isBase64Encoded of [false, true]) {
      const errors: unknown[] = []
      const handle = createWebhookHandler({
        signingSecret: 'signing secret',
        onEvent: () => undefined,
        onError: (error) => errors.push(error),
      })
      const headers = { 'x-uc-signature': `v1=${'0'.repeat(64)}` }
      const request = new Request('http://app.example/', { method: 'POST', headers, body: '{}' })
      const event = await toHttpApiEvent(request)

      // @ts-expect-error -- AWS's types do not have parsed bodies
      const { statusCode } = await handle({ ...event, body, isBase64Encoded }, lambdaContext)

      expect(statusCode).toBe(500)
      expect(errors).toEqual([expect.any(TypeError)])
      expect(String(errors[0])).toMatch(
        /was parsed before the webhook handler received it.*http-json-body-parser/,
      )
    }
  },
)

it('types onEvent with the arguments of the framework', () => {
  createWebhookHandler({
    signingSecret: 'signing secret',
    onEvent: (...args) => {
      expectTypeOf(args).toEqualTypeOf<
        [event: WebhookEvent, lambdaEvent: APIGatewayProxyEventV2, context: Context]
      >()
    },
  })
  expect(createWebhookHandler({ signingSecret: 'signing secret', onEvent: () => undefined })).toHaveLength(2)
})
