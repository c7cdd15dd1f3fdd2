import type { GatewayAnswer } from './start-gateway.js'

export const HTML = '<html><body>Something went wrong</body></html>'
export const html = (status: number, headers = {}): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: HTML,
})
export const json = (status: number, value: unknown, headers = {}): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})
const s3 = (status: number, code: string): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>…</Message></Error>`,
})
export const inSevenSeconds = {
  'retry-after': 'Tue, 14 Nov 2023 22:13:27 GMT',
  date: 'Tue, 14 Nov 2023 22:13:20 GMT',
}

const UUID = '3ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e11'
/** Everything that an endpoint of the Upload API must return. */
export const VALID = {
  file: UUID,
  uuid: UUID,
  id: `${UUID}~1`,
  files: [{ uuid: UUID }],
  parts: ['https://s3.example/1'],
}

export interface RowOptions {
  /** The delay in `Retry-After`, where the platform shows it. */
  delayMs?: number
  /** Whether the answer is a failure only when JSON is expected. */
  apiOnly?: boolean
  /** Whether Chromium itself repeats such a request when its connection was used before. */
  isRepeatedByChromium?: boolean
}

export type FinalRowOptions = Pick<RowOptions, 'apiOnly'>

/** Answers after which a request is repeated. */
export const RETRIED: [name: string, answer: GatewayAnswer, options: RowOptions][] = [
  [
    'a bare 429 with Retry-After in seconds',
    { status: 429, headers: { 'retry-after': '3' } },
    { delayMs: 3000 },
  ],
  ['a 429 in HTML with Retry-After as a date', html(429, inSevenSeconds), { delayMs: 7000 }],
  ['a bare 429 without Retry-After', { status: 429 }, {}],
  ['a bare 408', { status: 408 }, {}],
  ['a bare 425', { status: 425 }, {}],
  ['a 522 of Cloudflare in HTML', html(522), {}],
  ['a bare 529', { status: 529 }, {}],
  ['a 500 in HTML', html(500), {}],
  ['a 502 in HTML', html(502), {}],
  ['an empty 503', { status: 503, headers: { 'retry-after': '4' } }, { delayMs: 4000 }],
  ['a 503 with a message', json(503, { message: 'Service Unavailable' }), {}],
  ['a 504 in HTML', html(504), {}],
  ['a valid body under 500', json(500, VALID), {}],
  ['a 507', { status: 507 }, {}],
  [
    'throttle JSON under 200 without errorCode',
    json(200, { error: { status_code: 429, content: 'Request was throttled.' } }, { 'retry-after': '5' }),
    { delayMs: 5000, apiOnly: true },
  ],
  ['HTML under 200', html(200), {}],
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

/** Answers that end an upload, with the message of its error. */
export const FINAL: [name: string, answer: GatewayAnswer, message: RegExp, options?: FinalRowOptions][] = [
  ['HTML with 413', html(413), /413.*proxy limits the body/],
  ['HTML with 403', html(403), /403/],
  ['HTML with 404', html(404), /404/],
  ['HTML with 401', html(401), /401/],
  ['a bare 405', { status: 405 }, /405/],
  ['a bare 499', { status: 499 }, /499/],
  ['EntityTooLarge of S3', s3(400, 'EntityTooLarge'), /400/],
  ['400 of S3 with another code', s3(400, 'InvalidDigest'), /400/],
  ['a valid body under 201', json(201, VALID), /201/, { apiOnly: true }],
  ['a valid body under 202', json(202, VALID), /202/, { apiOnly: true }],
  ['a valid body under 404', json(404, VALID), /404/, { apiOnly: true }],
]
