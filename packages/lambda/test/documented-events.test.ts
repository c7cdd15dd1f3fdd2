import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  createTokenHandler,
  createWebhookHandler,
  type LambdaHttpEvent,
  type LambdaHttpResult,
  type TokenDenied,
  type WebhookDenied,
} from '../src/index.js'
import { DOCUMENTED_EVENTS, type ClientRequest } from './events/documented-events.js'
import { lambdaContext } from './lambda-context.js'

const ALLOWED = 'https://partner.example'

const SAME_ORIGIN = { host: 'app.example', origin: 'https://app.example' }

const signatureOf = (body: string) =>
  `v1=${createHmac('sha256', 'signing secret').update(body).digest('hex')}`

/** The headers of a result, in the map that the sender of the event reads. */
function headersOf({ headers, multiValueHeaders }: LambdaHttpResult): Headers {
  const pairs = Object.entries<string | string[]>(headers ?? multiValueHeaders ?? {})
  return new Headers(pairs.map(([name, value]): [string, string] => [name, [value].flat().join(', ')]))
}

describe.each(DOCUMENTED_EVENTS)('an event of %s', (_source, createEvent) => {
  const denied: TokenDenied[] = []
  const handle = createTokenHandler<LambdaHttpEvent>({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    allowedOrigins: [ALLOWED],
    authorize: 'anyone',
    onDeny: (event) => denied.push(event),
  })
  const send = (request: ClientRequest) => handle(createEvent(request), lambdaContext)

  it('of the same origin gets a token', async () => {
    const result = await send({ headers: SAME_ORIGIN })
    expect(result.statusCode).toBe(200)
    expect(headersOf(result).get('cache-control')).toBe('no-store')
  })

  it.each([
    ['by Sec-Fetch-Site', { host: 'app.example', 'sec-fetch-site': 'cross-site' }],
    ['by Sec-Fetch-Site, with an origin', { ...SAME_ORIGIN, 'sec-fetch-site': 'cross-site' }],
    ['by Origin', { host: 'app.example', origin: 'https://evil.example' }],
  ])('of another site is refused %s', async (_how, headers) => {
    expect((await send({ headers })).statusCode).toBe(403)
  })

  it('of an allowed origin gets CORS headers', async () => {
    const headers = { host: 'app.example', origin: ALLOWED, 'sec-fetch-site': 'cross-site' }
    const result = await send({ headers })
    expect(result.statusCode).toBe(200)
    expect(headersOf(result).get('access-control-allow-origin')).toBe(ALLOWED)

    const preflight = await send({
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-headers': 'x-team' },
    })
    expect(preflight.statusCode).toBe(204)
    expect(headersOf(preflight).get('access-control-allow-headers')).toBe('x-team')
  })

  it('with a signed webhook is delivered', async () => {
    const body = '{"hook":{"event":"file.renamed"}}'
    const signature = signatureOf(body)
    const events: unknown[] = []
    const handleWebhook = createWebhookHandler<LambdaHttpEvent>({
      signingSecret: 'signing secret',
      onEvent: (event) => events.push(event.type),
    })
    const headers = { host: 'app.example', 'x-uc-signature': signature }
    const { statusCode } = await handleWebhook(createEvent({ headers, body }), lambdaContext)
    expect([statusCode, events]).toEqual([204, ['unknown']])
  })
})

const withRepeatedHeaders = DOCUMENTED_EVENTS.filter(([, createEvent]) => {
  const event = JSON.stringify(createEvent({ headers: { 'x-test': ['one', 'two'] } }))
  return event.includes('one')
})

describe.each(withRepeatedHeaders)('an event of %s with a repeated header', (_source, createEvent) => {
  it.each([
    ['Origin', { ...SAME_ORIGIN, origin: ['https://app.example', 'https://evil.example'] }],
    ['Host', { ...SAME_ORIGIN, host: ['evil.example', 'app.example'] }],
    ['Sec-Fetch-Site', { ...SAME_ORIGIN, 'sec-fetch-site': ['cross-site', 'same-origin'] }],
  ])('is refused with two different values of %s', async (_name, headers) => {
    const options = { publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' } as const
    const handle = createTokenHandler<LambdaHttpEvent>({
      ...options,
      allowedOrigins: ['https://app.example'],
    })
    expect((await handle(createEvent({ headers }), lambdaContext)).statusCode).toBe(403)
    const sameSite = { ...headers, 'sec-fetch-site': ['same-origin', 'none'] }
    expect((await handle(createEvent({ headers: sameSite }), lambdaContext)).statusCode).toBe(403)
  })

  it('is refused with two different values of X-Uc-Signature', async () => {
    const body = '{"hook":{"event":"file.renamed"}}'
    const signature = signatureOf(body)
    const denied: WebhookDenied[] = []
    const handle = createWebhookHandler<LambdaHttpEvent>({
      signingSecret: 'signing secret',
      onEvent: () => undefined,
      onDeny: (event) => denied.push(event),
    })
    const headers = { 'x-uc-signature': [`v1=${'0'.repeat(64)}`, signature] }
    expect((await handle(createEvent({ headers, body }), lambdaContext)).statusCode).toBe(401)
    expect(denied).toMatchObject([{ reason: 'signature-malformed' }])
  })
})

describe('the headers of a result', () => {
  const options = { publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' } as const
  const handle = createTokenHandler<LambdaHttpEvent>(options)

  it.each(DOCUMENTED_EVENTS)('have the form of an event of %s', async (source, createEvent) => {
    const result = await handle(createEvent({ headers: SAME_ORIGIN }), lambdaContext)
    const isMultiple = /multi-value headers|both maps|without headers/.test(source)
    const isSingle = !/multi-value headers|without headers/.test(source)
    expect([result.headers !== undefined, result.multiValueHeaders !== undefined]).toEqual([
      isSingle,
      isMultiple,
    ])
    expect(result.statusDescription !== undefined).toBe(/load balancer|Lattice/.test(source))
  })
})
