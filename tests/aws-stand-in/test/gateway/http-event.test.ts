import { APIGatewayProxyEventV2Schema } from '@aws-lambda-powertools/parser/schemas/api-gatewayv2'
import { describe, expect, it } from 'vitest'
import { httpEvent, type RequestInfo } from '../../src/gateway/http-event.js'

const ADDRESS = 'http://127.0.0.1:3000/api/upload-token'

const info: RequestInfo = {
  routeKey: 'POST /api/upload-token',
  requestId: '5f0c1d3e-9b1a-4c55-8a1e-0f1e2d3c4b5a',
  sourceIp: '203.0.113.7',
  timeEpochMs: Date.UTC(2026, 10, 23, 19, 3, 58, 123),
}

describe('httpEvent', () => {
  it('converts a request to the event that AWS documents', async () => {
    const headers = { host: 'api.example:3000', 'User-Agent': 'curl/8.5.0', Authorization: 'Bearer x.y.z' }
    const claims = { sub: 'ada', exp: '1700000000' }
    const event = await httpEvent(new Request(ADDRESS, { method: 'POST', headers }), { ...info, claims })

    expect(event).toEqual({
      version: '2.0',
      routeKey: 'POST /api/upload-token',
      rawPath: '/api/upload-token',
      rawQueryString: '',
      headers: {
        authorization: 'Bearer x.y.z',
        'content-length': '0',
        host: 'api.example:3000',
        'user-agent': 'curl/8.5.0',
        'x-amzn-trace-id': 'Root=1-6b048e1e-5f0c1d3e9b1a4c558a1e0f1e',
        'x-forwarded-for': '203.0.113.7',
        'x-forwarded-port': '3000',
        'x-forwarded-proto': 'http',
      },
      requestContext: {
        accountId: '123456789012',
        apiId: 'local',
        authorizer: { principalId: '', integrationLatency: 0, jwt: { claims, scopes: [] } },
        domainName: 'api.example:3000',
        domainPrefix: 'api',
        http: {
          method: 'POST',
          path: '/api/upload-token',
          protocol: 'HTTP/1.1',
          sourceIp: '203.0.113.7',
          userAgent: 'curl/8.5.0',
        },
        requestId: info.requestId,
        routeKey: 'POST /api/upload-token',
        stage: '$default',
        time: '23/Nov/2026:19:03:58 +0000',
        timeEpoch: info.timeEpochMs,
      },
      isBase64Encoded: false,
    })
  })

  it('moves cookies from the headers to the field "cookies"', async () => {
    const event = await httpEvent(new Request(ADDRESS, { headers: { Cookie: 'a=1; b=x=y' } }), info)
    expect(event.cookies).toEqual(['a=1', 'b=x=y'])
    expect(event.headers).not.toHaveProperty('cookie')
  })

  it('joins repeated headers and converts names to lower case', async () => {
    const headers = new Headers([
      ['X-Tag', 'one'],
      ['X-Tag', 'two'],
    ])
    const event = await httpEvent(new Request(ADDRESS, { headers }), info)
    expect(event.headers['x-tag']).toBe('one, two')
  })

  it('provides the query raw, and decoded with repeated names joined', async () => {
    const event = await httpEvent(new Request(`${ADDRESS}?a=1&b=%20&a=2`), info)
    expect(event.rawQueryString).toBe('a=1&b=%20&a=2')
    expect(event.queryStringParameters).toEqual({ a: '1,2', b: ' ' })
  })

  it.each([
    ['text/plain', 'Grüße', { body: 'Grüße', isBase64Encoded: false }],
    ['application/json', '{}', { body: '{}', isBase64Encoded: false }],
    ['application/octet-stream', 'abc', { body: 'YWJj', isBase64Encoded: true }],
  ])('passes a body of type %s with the content %s', async (type, body, expected) => {
    const request = new Request(ADDRESS, { method: 'POST', body, headers: { 'content-type': type } })
    expect(await httpEvent(request, info)).toMatchObject(expected)
  })

  it('has no authorizer for a route without one', async () => {
    const request = new Request(ADDRESS, { method: 'OPTIONS' })
    const event = await httpEvent(request, { ...info, routeKey: 'OPTIONS /api/upload-token' })
    expect(event.requestContext).not.toHaveProperty('authorizer')
  })

  it('satisfies the schema of Powertools for AWS Lambda', async () => {
    const plain = new Request(`${ADDRESS}?a=1`, {
      method: 'POST',
      headers: { cookie: 'a=1', 'user-agent': 'x' },
      body: 'hi',
    })
    for (const claims of [undefined, { sub: 'ada' }]) {
      const event = await httpEvent(plain.clone(), { ...info, ...(claims && { claims }) })
      expect(APIGatewayProxyEventV2Schema.safeParse(event).error).toBeUndefined()
    }
  })
})
