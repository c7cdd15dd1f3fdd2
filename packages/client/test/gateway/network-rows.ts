import { RAW } from './raw-answers.js'
import { HTML, html, inSevenSeconds, json, VALID, type FinalRowOptions, type RowOptions } from './rows.js'
import type { GatewayAnswer } from './start-gateway.js'

/** The endpoints of the tests with these rows, and a way to upload that uses them. */
export const NETWORK_ENDPOINTS = [
  ['base', 'direct'],
  ['info', 'direct'],
  ['group', 'group'],
  ['multipart/start', 'parts'],
  ['part', 'parts'],
  ['multipart/complete', 'parts'],
] as const

const retryAfter = (value: string | string[]): GatewayAnswer => ({
  status: 503,
  headers: { ...inSevenSeconds, 'retry-after': value },
})

/** Answers of a broken network, and unusual ones, after which a request is repeated. */
export const NETWORK_RETRIED: [name: string, answer: GatewayAnswer, options: RowOptions][] = [
  ['a text in JSON under 200', json(200, 'text'), { apiOnly: true }],
  ['true under 200', json(200, true), { apiOnly: true }],
  ['a 503 in gzipped JSON', RAW.gzip(503, 'application/json', '{"message":"Service Unavailable"}'), {}],
  ['a 503 in gzipped HTML', RAW.gzip(503, 'text/html', HTML), {}],
  ['a 503 that is not gzipped as its header says', { ...html(503, { 'content-encoding': 'gzip' }) }, {}],
  ['JSON that ends early under 200', { ...json(200, 0), body: '{"file":"3ee2b1' }, { apiOnly: true }],
  ['a body shorter than its length', RAW.cutByLength, {}],
  ['a body cut within a chunk', RAW.cutChunk, {}],
  ['a body cut between chunks', RAW.cutBetweenChunks, {}],
  ['an invalid chunk', RAW.invalidChunk, {}],
  ['a connection reset in the body of the answer', RAW.resetInBody, {}],
  ['a connection reset in the body of the request', RAW.resetInRequest, { isRepeatedByChromium: true }],
  ['a connection closed without an answer', RAW.closed, { isRepeatedByChromium: true }],
  ['headers without an end', RAW.endlessHeader, {}],
  ['an answer that is not HTTP', RAW.noHttp, {}],
  ['two lengths', RAW.twoLengths, {}],
  ['a Retry-After in the form of RFC 850', retryAfter('Tuesday, 14-Nov-23 22:13:27 GMT'), { delayMs: 7000 }],
  ['a Retry-After in the form of asctime', retryAfter('Tue Nov 14 22:13:27 2023'), { delayMs: 7000 }],
  ['a Retry-After with a fraction', retryAfter('1.5'), { delayMs: 1500 }],
  ['a Retry-After in two lines', retryAfter(['3', '5']), { delayMs: 3000 }],
  ['a Retry-After in the past', retryAfter('Tue, 14 Nov 2023 22:13:19 GMT'), {}],
  ['a negative Retry-After', retryAfter('-5'), {}],
  ['a Retry-After that is neither a number nor a date', retryAfter('soon'), {}],
]

/** Answers of the emulator that must not fail, although they are unusual. */
export const ACCEPTED: [name: string, answer: Omit<GatewayAnswer, 'status'>][] = [
  ['JSON with the type of HTML', { headers: { 'content-type': 'text/html' } }],
  ['JSON without a type', { headers: { 'content-type': '' } }],
  [
    'repeated header lines',
    { headers: { 'content-type': ['application/json', 'text/plain'], via: ['a', 'b'] } },
  ],
  ['102 Processing before it', { prefix: 'HTTP/1.1 102 Processing\r\n\r\n' }],
  ['103 Early Hints before it', { prefix: 'HTTP/1.1 103 Early Hints\r\nlink: </a.css>\r\n\r\n' }],
  ['100 Continue before it', { prefix: 'HTTP/1.1 100 Continue\r\n\r\n' }],
]

/** Unusual answers that end an upload, with the message of its error. */
export const NETWORK_FINAL: [
  name: string,
  answer: GatewayAnswer,
  message: RegExp,
  options?: FinalRowOptions,
][] = [
  ['a 204', { status: 204 }, /204/, { apiOnly: true }],
  ['a valid body under 206', json(206, VALID), /206/, { apiOnly: true }],
  ['a 302 without a target', { status: 302 }, /302/, { apiOnly: true }],
  ['a 304', { status: 304 }, /304/, { apiOnly: true }],
  ['a 413 before the body was read', RAW.early(413), /413.*proxy limits the body/],
  ['a 413 before the body was read, and a closed connection', RAW.earlyClosed(413), /413/],
  ['a 401 before the body was read', RAW.early(401), /401/],
  ['a gzipped 403', RAW.gzip(403, 'text/html', HTML), /403/],
]
