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
const ask = () => new Request('http://app.example/api/upload-token', { method: 'POST' })

it('is typed for the event that its type parameter names', () => {
  expectTypeOf(createTokenHandler(options)).parameter(0).toEqualTypeOf<APIGatewayProxyEventV2>()
  expectTypeOf(createTokenHandler(options)).toExtend<APIGatewayProxyHandlerV2>()
  expectTypeOf(createTokenHandler<APIGatewayProxyEvent>(options)).toExtend<APIGatewayProxyHandler>()
  expectTypeOf(createTokenHandler<ALBEvent>(options)).toExtend<ALBHandler>()
})

it('takes two parameters, so that no runtime believes it to wait for a callback', () => {
  expect(createTokenHandler(options)).toHaveLength(2)
})

it('finds a header whatever its case, and takes all values of one that is sent twice', async () => {
  const handle = createTokenHandler<APIGatewayProxyEvent>(options)
  const event = await toRestApiEvent(ask())
  const statusFor = async (headers: Record<string, string[]>) =>
    (await handle({ ...event, multiValueHeaders: { HOST: ['app.example'], ...headers } }, lambdaContext))
      .statusCode

  expect(await statusFor({ ORIGIN: ['http://app.example'] })).toBe(200)
  expect(await statusFor({ ORIGIN: ['http://app.example', 'http://evil.example'] })).toBe(403)
  expect(await statusFor({ Origin: ['http://app.example'], origin: ['http://evil.example'] })).toBe(403)
})

it('answers an event without headers, as the consoles of AWS send to try a function', async () => {
  const handle = createTokenHandler<APIGatewayProxyEvent>(options)
  const event = { ...(await toRestApiEvent(ask())), headers: null, multiValueHeaders: null }

  // @ts-expect-error -- AWS's types know of no null
  const { statusCode } = await handle(event, lambdaContext)

  expect(statusCode).toBe(200)
})

it('takes a header without a value for one that is not there', async () => {
  const handle = createTokenHandler<APIGatewayProxyEvent>(options)
  const event = await toRestApiEvent(ask())
  const multiValueHeaders = { host: ['app.example'], origin: ['http://app.example'], Origin: undefined }
  const { statusCode } = await handle({ ...event, multiValueHeaders }, lambdaContext)
  expect(statusCode).toBe(200)
})

it('tells a load balancer the status in words', async () => {
  const handle = createTokenHandler<ALBEvent>({ ...options, authorize: () => null })
  const { statusDescription } = await handle(await toLoadBalancerEvent(ask(), 'single'), lambdaContext)
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
])('rejects %j, which is no HTTP event, and says which are', async (event) => {
  let issued = 0
  const handle = createTokenHandler({ ...options, onIssue: () => issued++ })
  // @ts-expect-error -- no HTTP event
  await expect(handle(event, lambdaContext)).rejects.toThrow(
    /^The handler understands the HTTP events of API/,
  )
  expect(issued).toBe(0)
})

it('answers the same for one request, whatever way it takes', async () => {
  const now = () => 1_454_902_056_000
  const handlers = [
    createTokenHandler({ ...options, now })(await toHttpApiEvent(ask()), lambdaContext),
    createTokenHandler<APIGatewayProxyEvent>({ ...options, now })(await toRestApiEvent(ask()), lambdaContext),
    createTokenHandler<ALBEvent>({ ...options, now })(
      await toLoadBalancerEvent(ask(), 'multi'),
      lambdaContext,
    ),
  ]
  const bodies = (await Promise.all(handlers)).map((result) => result.body)
  expect(new Set(bodies).size).toBe(1)
})
