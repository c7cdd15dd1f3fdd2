import type {
  ALBEvent,
  ALBHandler,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
} from 'aws-lambda'
import { expect, expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'
import { toHttpApiEvent } from './events/http-api.js'
import { toLoadBalancerEvent } from './events/load-balancer.js'
import { toRestApiEvent } from './events/rest-api.js'
import { lambdaContext } from './lambda-context.js'

const options = { publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' } as const
const createRequest = () => new Request('http://app.example/api/upload-token', { method: 'POST' })

it('types the handler with the event of its type parameter', () => {
  expectTypeOf(createTokenHandler(options)).parameter(0).toEqualTypeOf<APIGatewayProxyEventV2>()
  expectTypeOf(createTokenHandler(options)).toExtend<APIGatewayProxyHandlerV2>()
  expectTypeOf(createTokenHandler<APIGatewayProxyEvent>(options)).toExtend<APIGatewayProxyHandler>()
  expectTypeOf(createTokenHandler<ALBEvent>(options)).toExtend<ALBHandler>()
})

it('takes two parameters, because Lambda treats a third one as a callback', () => {
  expect(createTokenHandler(options)).toHaveLength(2)
})

it('reads headers of any case, with all values of a repeated one', async () => {
  const handle = createTokenHandler<APIGatewayProxyEvent>(options)
  const event = await toRestApiEvent(createRequest())
  const statusFor = async (headers: Record<string, string[]>) =>
    (await handle({ ...event, multiValueHeaders: { HOST: ['app.example'], ...headers } }, lambdaContext))
      .statusCode

  expect(await statusFor({ ORIGIN: ['http://app.example'] })).toBe(200)
  expect(await statusFor({ ORIGIN: ['http://app.example', 'http://evil.example'] })).toBe(403)
  expect(await statusFor({ Origin: ['http://app.example'], origin: ['http://evil.example'] })).toBe(403)
})

it('answers a test event of the AWS console, which has no headers', async () => {
  const handle = createTokenHandler<APIGatewayProxyEvent>(options)
  const event = { ...(await toRestApiEvent(createRequest())), headers: null, multiValueHeaders: null }

  // @ts-expect-error -- AWS's types do not have null
  const { statusCode } = await handle(event, lambdaContext)

  expect(statusCode).toBe(200)
})

it('treats a header without a value as absent', async () => {
  const handle = createTokenHandler<APIGatewayProxyEvent>(options)
  const event = await toRestApiEvent(createRequest())
  const multiValueHeaders = { host: ['app.example'], origin: ['http://app.example'], Origin: undefined }
  const { statusCode } = await handle({ ...event, multiValueHeaders }, lambdaContext)
  expect(statusCode).toBe(200)
})

it('sends a load balancer the status with its reason phrase', async () => {
  const handle = createTokenHandler<ALBEvent>({ ...options, authorize: () => null })
  const { statusDescription } = await handle(
    await toLoadBalancerEvent(createRequest(), 'single'),
    lambdaContext,
  )
  expect(statusDescription).toBe('401 Unauthorized')
})

it.each([
  [null],
  [undefined],
  ['ping'],
  [7],
  [{}],
  [{ source: 'aws.events' }],
  [{ requestContext: null }],
  [{ requestContext: 'http' }],
  [{ requestContext: { http: null } }],
  [{ requestContext: { http: 'POST' } }],
  [{ requestContext: { http: { method: null } } }],
  [{ httpMethod: 'POST', headers: {} }],
  [{ httpMethod: 'POST', headers: {}, requestContext: null }],
  [{ httpMethod: 7, headers: {}, requestContext: {} }],
])('rejects the event %j, which is not an HTTP event', async (event) => {
  let issued = 0
  const handle = createTokenHandler({ ...options, onIssue: () => issued++ })
  // @ts-expect-error -- not an HTTP event
  await expect(handle(event, lambdaContext)).rejects.toThrow(
    /^Unsupported event\. Expected an HTTP event from API Gateway/,
  )
  expect(issued).toBe(0)
})

it('answers a request the same for every kind of event', async () => {
  const now = () => 1_454_902_056_000
  const handlers = [
    createTokenHandler({ ...options, now })(await toHttpApiEvent(createRequest()), lambdaContext),
    createTokenHandler<APIGatewayProxyEvent>({ ...options, now })(
      await toRestApiEvent(createRequest()),
      lambdaContext,
    ),
    createTokenHandler<ALBEvent>({ ...options, now })(
      await toLoadBalancerEvent(createRequest(), 'multi'),
      lambdaContext,
    ),
  ]
  const bodies = (await Promise.all(handlers)).map((result) => result.body)
  expect(new Set(bodies).size).toBe(1)
})
