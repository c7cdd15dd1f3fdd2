import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SecureUploadClient } from '../../src/index.js'
import { useStage } from '../use-stage.js'
import { startGateway, type Gateway, type GatewayAnswer } from './start-gateway.js'
import { WAYS } from './ways.js'

const stage = await useStage()
let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway(stage.url)
})
beforeEach(() => {
  gateway.reset()
})
afterAll(() => gateway.close())

const client = (): SecureUploadClient => stage.createClient({ baseURL: gateway.url })
const HTML = '<html><body>Something went wrong</body></html>'
const html = (status: number, headers = {}): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: HTML,
})
const json = (status: number, value: unknown, headers = {}): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})
const s3 = (status: number, code: string): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>…</Message></Error>`,
})
const inSevenSeconds = {
  'retry-after': 'Tue, 14 Nov 2023 22:13:27 GMT',
  date: 'Tue, 14 Nov 2023 22:13:20 GMT',
}

const RETRIED: [string, GatewayAnswer, { delayMs?: number; partsOnly?: boolean; apiOnly?: boolean }][] = [
  [
    'a bare 429 with Retry-After in seconds',
    { status: 429, headers: { 'retry-after': '3' } },
    { delayMs: 3000 },
  ],
  ['a 429 in HTML with Retry-After as a date', html(429, inSevenSeconds), { delayMs: 7000 }],
  ['a bare 429 without Retry-After', { status: 429 }, {}],
  ['a bare 408', { status: 408 }, {}],
  ['a 500 in HTML', html(500), {}],
  ['a 502 in HTML', html(502), {}],
  ['an empty 503', { status: 503, headers: { 'retry-after': '4' } }, { delayMs: 4000 }],
  ['a 503 with a message', json(503, { message: 'Service Unavailable' }), {}],
  ['a 504 in HTML', html(504), {}],
  ['a 507', { status: 507 }, {}],
  [
    'throttle JSON under 200 without errorCode',
    json(200, { error: { status_code: 429, content: 'Request was throttled.' } }, { 'retry-after': '5' }),
    { delayMs: 5000, apiOnly: true },
  ],
  ['HTML under 200', html(200), { apiOnly: true }],
  ['an empty body under 200', { status: 200 }, { apiOnly: true }],
  ['an empty object under 200', json(200, {}), { apiOnly: true }],
  ['a list under 200', json(200, []), { apiOnly: true }],
  ['null under 200', json(200, null), { apiOnly: true }],
  ['a number under 200', json(200, 7), { apiOnly: true }],
  ['400 RequestTimeout of S3', s3(400, 'RequestTimeout'), {}],
  ['403 RequestTimeTooSkewed of S3', s3(403, 'RequestTimeTooSkewed'), {}],
  ['500 InternalError of S3', s3(500, 'InternalError'), {}],
  ['503 SlowDown of S3', s3(503, 'SlowDown'), {}],
]

const FINAL: [string, GatewayAnswer, RegExp][] = [
  ['HTML with 413', html(413), /413.*proxy limits the body/],
  ['HTML with 403', html(403), /403/],
  ['HTML with 404', html(404), /404/],
  ['HTML with 401', html(401), /401/],
  ['a bare 405', { status: 405 }, /405/],
  ['400 of S3 with another code', s3(400, 'InvalidDigest'), /400/],
]

describe.each(WAYS)('an upload in Node: $name', ({ endpoints, upload }) => {
  describe.each(endpoints)('when %s answers once with', (endpoint) => {
    const isPart = endpoint === 'part'
    it.each(RETRIED.filter(([, , { apiOnly }]) => !(isPart && apiOnly)))(
      '%s, is repeated',
      async (_, answer, { delayMs }) => {
        const expected = await countOf(endpoint, upload)
        gateway.answerNext(endpoint, answer)
        await upload(client())
        expect(gateway.count(endpoint)).toBe(expected + 1)
        const retried = stage.events.filter(({ type }) => type === 'retried')
        expect(retried).toMatchObject([
          { what: isPart ? 'multipart/part' : endpoint, ...(delayMs !== undefined && { delayMs }) },
        ])
      },
    )
  })

  describe.each(endpoints)('when %s answers with', (endpoint) => {
    it.each(FINAL)(
      '%s, fails after one attempt and names the status and the address',
      async (_, answer, message) => {
        // Uploadcare no longer knows an upload whose part address is refused: a resumable upload starts again once.
        const isGone = endpoint === 'part' && /40[34]/.test(String(message))
        gateway.answerNext(endpoint, answer, Infinity)
        const error = await upload(client()).then(
          () => undefined,
          (reason: unknown) => reason,
        )
        expect(error).toMatchObject({ code: 'ERR_UPLOAD_RESPONSE', status: answer.status })
        expect(String(error)).toMatch(message)
        expect(String(error)).toContain(gateway.url)
        expect(String(error)).not.toContain('?')
        expect(stage.types()).not.toContain('retried')
        if (!isGone) expect(gateway.count(endpoint)).toBeLessThanOrEqual(4)
      },
    )
  })
})

/** The number of requests without a failure. */
async function countOf(
  endpoint: string,
  upload: (one: SecureUploadClient) => Promise<unknown>,
): Promise<number> {
  const cached = counts.get(upload)?.[endpoint]
  if (cached !== undefined) return cached
  await upload(client())
  const counted = Object.fromEntries(
    ['base', 'info', 'group', 'multipart/start', 'part', 'multipart/complete'].map((name) => [
      name,
      gateway.count(name),
    ]),
  )
  counts.set(upload, counted)
  gateway.reset()
  stage.events.length = 0
  return counted[endpoint] ?? 0
}
const counts = new Map<unknown, Record<string, number>>()
