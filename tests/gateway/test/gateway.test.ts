import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { s3Error } from '../src/answers/s3-error.js'
import { createRequestLog } from '../src/gateway/request-log.js'
import { createRuleList } from '../src/gateway/rule.js'
import { startGateway, type Gateway } from '../src/gateway/start-gateway.js'

const rules = createRuleList()
const log = createRequestLog()
let upstream: Server
let gateway: Gateway
let received: string[] = []

beforeAll(async () => {
  upstream = createServer((request, response) => {
    request.resume().on('end', () => {
      received.push(`${request.method ?? ''} ${request.headers.host ?? ''}${request.url ?? ''}`)
      response.setHeader('content-type', 'application/json').end('{"file":"a","size":1}')
    })
  })
  await once(upstream.listen(0, '127.0.0.1'), 'listening')
  gateway = await startGateway(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`, { rules, log })
})
beforeEach(() => {
  rules.clear()
  log.clear()
  received = []
})
afterAll(async () => {
  await gateway.close()
  upstream.closeAllConnections()
  upstream.close()
})

const post = (path: string): Promise<Response> => fetch(gateway.url + path, { method: 'POST', body: 'x' })

describe('startGateway', () => {
  it('forwards requests with the host that the client used, and counts them', async () => {
    expect(await (await post('/base/?jsonerrors=1')).json()).toEqual({ file: 'a', size: 1 })
    expect(received).toEqual([`POST ${gateway.host}/base/?jsonerrors=1`])
    expect(log.all()).toEqual({ base: 1 })
  })

  it('sends the answer of a rule the configured number of times, after skipped requests', async () => {
    rules.add({
      endpoint: 'part',
      skip: 1,
      times: 2,
      effect: { kind: 'answer', answer: s3Error(503, 'SlowDown') },
    })
    const statuses = []
    for (let count = 0; count < 4; count++) statuses.push((await post('/_parts/uuid/1?Expires=1')).status)
    expect(statuses).toEqual([200, 503, 503, 200])
    expect(received).toHaveLength(2)
    expect(log.attempts('part')).toBe(4)
  })

  it('sends CORS headers with an answer, except when the answer has none', async () => {
    for (const cors of [true, false]) {
      rules.add({
        endpoint: 'part',
        effect: { kind: 'answer', answer: s3Error(400, 'RequestTimeout', { cors }) },
      })
      const response = await post('/_parts/uuid/1')
      expect(response.headers.get('access-control-allow-origin')).toBe(cors ? '*' : null)
      expect(await response.text()).toContain('<Code>RequestTimeout</Code>')
    }
  })

  it('resets the connection before or after the upstream got the request', async () => {
    rules.add({ endpoint: 'info', effect: { kind: 'reset', after: 'request' } })
    await expect(post('/info/')).rejects.toThrow('fetch failed')
    expect(received).toEqual([])
    rules.add({ endpoint: 'info', effect: { kind: 'reset', after: 'answer' } })
    await expect(post('/info/')).rejects.toThrow('fetch failed')
    expect(received).toHaveLength(1)
  })

  it('cuts an answer in the middle', async () => {
    rules.add({ endpoint: 'base', effect: { kind: 'cut', bytes: 5 } })
    const response = await post('/base/')
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
  })

  it('replaces the JSON of an answer', async () => {
    rules.add({ endpoint: 'base', effect: { kind: 'edit', edit: ({ size }) => ({ size }) } })
    expect(await (await post('/base/')).json()).toEqual({ size: 1 })
  })

  it('counts preflights separately and never makes them fail', async () => {
    rules.add({ endpoint: 'base', effect: { kind: 'answer', answer: { status: 500 } } })
    expect((await fetch(`${gateway.url}/base/`, { method: 'OPTIONS' })).status).toBe(200)
    expect([log.attempts('base'), log.preflights('base')]).toEqual([0, 1])
    expect((await post('/base/')).status).toBe(500)
  })
})
