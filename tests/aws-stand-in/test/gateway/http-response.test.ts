import { describe, expect, it } from 'vitest'
import { httpResponse } from '../../src/gateway/http-response.js'

describe('httpResponse', () => {
  it('has the status, headers, cookies and body of the result', async () => {
    const response = httpResponse(
      JSON.stringify({
        statusCode: 201,
        headers: { 'Content-Type': 'text/css', 'x-count': 3 },
        cookies: ['a=1; Path=/', 'b=2'],
        body: 'body{}',
      }),
    )
    expect(response.status).toBe(201)
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'text/css', 'x-count': '3' })
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2'])
    expect(await response.text()).toBe('body{}')
  })

  it('decodes a Base64 body', async () => {
    const response = httpResponse(
      JSON.stringify({ statusCode: 200, body: 'AAEC/w==', isBase64Encoded: true }),
    )
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0, 1, 2, 255]))
  })

  it('uses a result without a status as a JSON body with status 200', async () => {
    const response = httpResponse('{"hello":"world"}')
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(await response.json()).toEqual({ hello: 'world' })
  })

  it('has no body with status 204', async () => {
    const response = httpResponse('{"statusCode":204,"body":""}')
    expect([response.status, await response.text()]).toEqual([204, ''])
  })

  it('throws for an invalid status', () => {
    expect(() => httpResponse('{"statusCode":"many"}')).toThrow(RangeError)
  })
})
