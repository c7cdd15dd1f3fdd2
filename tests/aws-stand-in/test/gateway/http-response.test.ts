import { expect, test } from 'vitest'
import { httpResponse } from '../../src/gateway/http-response.js'

test('a result becomes a response with its status, headers, cookies and body', async () => {
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

test('a body in Base64 is decoded', async () => {
  const response = httpResponse(JSON.stringify({ statusCode: 200, body: 'AAEC/w==', isBase64Encoded: true }))
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0, 1, 2, 255]))
})

test('a result without a status is a body, answered with 200 as JSON', async () => {
  const response = httpResponse('{"hello":"world"}')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(await response.json()).toEqual({ hello: 'world' })
})

test('204 has no body', async () => {
  const response = httpResponse('{"statusCode":204,"body":""}')
  expect([response.status, await response.text()]).toEqual([204, ''])
})

test('a status that is none is an error', () => {
  expect(() => httpResponse('{"statusCode":"many"}')).toThrow(RangeError)
})
