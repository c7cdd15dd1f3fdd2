import { apiGatewayJson, jsonAnswer, throttleWithoutCode } from '../answers/json-answers.js'
import { bareStatus, cloudflarePage, haproxyTimeout, nginxPage } from '../answers/proxy-pages.js'
import { s3Error } from '../answers/s3-error.js'
import type { Effect } from '../gateway/rule.js'
import type { Endpoint } from '../gateway/endpoint.js'
import type { Way } from '../client/ways.js'

export interface Row {
  name: string
  effect: Effect
  /** Endpoints where this failure occurs. @default all */
  at?: readonly Endpoint[]
  /** Ways in which this failure means something else. */
  notIn?: readonly Way[]
}

/** A failure that the client must retry. */
export interface TransientRow extends Row {
  /** The wait that the server requests, in milliseconds, if the platform can read it. */
  retryAfterMs?: number
  /** Whether only a deadline of the client ends the request. */
  needsDeadline?: boolean
}

/** A failure that another attempt would repeat. */
export interface FinalRow extends Row {
  status: number
  /** What the message must contain, in addition to the status and the address. */
  message?: RegExp
}

const RETRY_AFTER_SECONDS = 7
const PART = ['part'] as const
const UPLOAD_API = ['base', 'multipart/start', 'multipart/complete', 'info', 'group'] as const

const answer = (given: Extract<Effect, { kind: 'answer' }>['answer']): Effect => ({
  kind: 'answer',
  answer: given,
})

const retryAfterDate = (): string => new Date(Date.now() + RETRY_AFTER_SECONDS * 1000).toUTCString()

export const TRANSIENT: readonly TransientRow[] = [
  { name: 'a bare 408', effect: answer(bareStatus(408)) },
  { name: 'the 408 page of HAProxy', effect: answer(haproxyTimeout()) },
  { name: 'a bare 429', effect: answer(bareStatus(429)) },
  {
    name: 'a bare 429 with Retry-After in seconds',
    effect: answer(bareStatus(429, { 'retry-after': String(RETRY_AFTER_SECONDS) })),
    retryAfterMs: RETRY_AFTER_SECONDS * 1000,
  },
  {
    name: 'a bare 429 with Retry-After as a date',
    effect: answer(() => bareStatus(429, { 'retry-after': retryAfterDate() })),
    // A date has whole seconds.
    retryAfterMs: (RETRY_AFTER_SECONDS - 2) * 1000,
  },
  { name: 'the 429 page of nginx', effect: answer(nginxPage(429)) },
  { name: 'a bare 500', effect: answer(bareStatus(500)) },
  { name: 'the 502 page of nginx', effect: answer(nginxPage(502)) },
  { name: 'the 502 page of nginx without CORS headers', effect: answer(nginxPage(502, { cors: false })) },
  { name: 'the 503 page of nginx', effect: answer(nginxPage(503)) },
  {
    name: 'a bare 503 with Retry-After in seconds',
    effect: answer(bareStatus(503, { 'retry-after': String(RETRY_AFTER_SECONDS) })),
    retryAfterMs: RETRY_AFTER_SECONDS * 1000,
  },
  { name: 'the 504 page of Cloudflare', effect: answer(cloudflarePage(504)) },
  { name: 'the 520 page of Cloudflare', effect: answer(cloudflarePage(520)) },
  { name: 'the 524 page of Cloudflare', effect: answer(cloudflarePage(524)) },
  { name: 'a bare 425', effect: answer(bareStatus(425)) },
  { name: 'a bare 529', effect: answer(bareStatus(529)) },
  { name: 'the 503 JSON of API Gateway', effect: answer(apiGatewayJson(503, 'Service Unavailable')) },
  { name: 'the 429 JSON of API Gateway', effect: answer(apiGatewayJson(429, 'Too Many Requests')) },
  {
    name: 'a throttle error without a code',
    effect: answer(throttleWithoutCode(RETRY_AFTER_SECONDS)),
    at: UPLOAD_API,
    retryAfterMs: RETRY_AFTER_SECONDS * 1000,
  },
  {
    name: 'a throttle error without a code and without Retry-After',
    effect: answer(throttleWithoutCode()),
    at: UPLOAD_API,
  },
  { name: 'the 400 RequestTimeout of S3', effect: answer(s3Error(400, 'RequestTimeout')), at: PART },
  { name: 'the 500 InternalError of S3', effect: answer(s3Error(500, 'InternalError')), at: PART },
  { name: 'the 503 SlowDown of S3', effect: answer(s3Error(503, 'SlowDown')), at: PART },
  { name: 'the 429 SlowDown of S3', effect: answer(s3Error(429, 'SlowDown')), at: PART },
  { name: 'the 503 ServiceUnavailable of S3', effect: answer(s3Error(503, 'ServiceUnavailable')), at: PART },
  {
    name: 'the 403 RequestTimeTooSkewed of S3',
    effect: answer(s3Error(403, 'RequestTimeTooSkewed')),
    at: PART,
  },
  {
    name: 'the 400 RequestTimeout of S3 without CORS headers',
    effect: answer(s3Error(400, 'RequestTimeout', { cors: false })),
    at: PART,
  },
  {
    name: 'the 503 SlowDown of S3 without CORS headers',
    effect: answer(s3Error(503, 'SlowDown', { cors: false })),
    at: PART,
  },
  { name: 'a connection that is reset before the answer', effect: { kind: 'reset', after: 'request' } },
  { name: 'a connection that is reset after the upload', effect: { kind: 'reset', after: 'answer' } },
  {
    name: 'an answer that is cut in the middle',
    effect: { kind: 'cut', bytes: 5 },
    at: [...UPLOAD_API, 'token'],
    needsDeadline: true,
  },
]

// A resumed upload whose addresses have expired starts again from the beginning.
const RESTARTS = ['resumed'] as const
const PROXY = /proxy.*limit|limit.*proxy/i

export const FINAL: readonly FinalRow[] = [
  { name: 'the 413 page of nginx', effect: answer(nginxPage(413)), status: 413, message: PROXY },
  { name: 'the 413 page of Cloudflare', effect: answer(cloudflarePage(413)), status: 413, message: PROXY },
  { name: 'a bare 413', effect: answer(bareStatus(413)), status: 413, message: PROXY },
  { name: 'the 403 page of nginx', effect: answer(nginxPage(403)), status: 403 },
  { name: 'the 403 page of Cloudflare', effect: answer(cloudflarePage(403)), status: 403 },
  { name: 'the 403 JSON of API Gateway', effect: answer(apiGatewayJson(403, 'Forbidden')), status: 403 },
  { name: 'the 404 page of nginx', effect: answer(nginxPage(404)), status: 404 },
  { name: 'the 401 page of nginx', effect: answer(nginxPage(401)), status: 401 },
  { name: 'the 405 page of nginx', effect: answer(nginxPage(405)), status: 405 },
  { name: 'a bare 410', effect: answer(bareStatus(410)), status: 410 },
  { name: 'the 400 page of nginx', effect: answer(nginxPage(400)), status: 400, at: UPLOAD_API },
  {
    name: 'the 403 ExpiredToken of S3',
    effect: answer(s3Error(403, 'ExpiredToken')),
    status: 403,
    at: PART,
    notIn: RESTARTS,
  },
  {
    name: 'the 403 AccessDenied of S3',
    effect: answer(s3Error(403, 'AccessDenied')),
    status: 403,
    message: /has expired: upload the file again/,
    at: PART,
    notIn: RESTARTS,
  },
  {
    name: 'the 404 NoSuchUpload of S3',
    effect: answer(s3Error(404, 'NoSuchUpload')),
    status: 404,
    at: PART,
    notIn: RESTARTS,
  },
]

/** Answers with status 200 that lack what the endpoint must return. They must never count as success. */
const INCOMPLETE_ANSWERS: readonly Row[] = [
  { name: 'an empty object', effect: answer(jsonAnswer({})) },
  { name: 'an empty array', effect: answer(jsonAnswer([])) },
  { name: 'null', effect: answer(jsonAnswer(null)) },
  { name: 'the message of API Gateway', effect: answer(jsonAnswer({ message: 'Service Unavailable' })) },
  { name: 'an empty body', effect: answer(bareStatus(200)) },
  { name: 'the login page of a proxy', effect: answer({ ...nginxPage(403), status: 200 }) },
  {
    name: 'an answer without the identifiers',
    effect: { kind: 'edit', edit: withoutIdentifiers },
    // The client has the identifier, and completes the answer with /info/.
    at: ['base', 'multipart/start', 'info', 'group'],
  },
]

export const INCOMPLETE = INCOMPLETE_ANSWERS.map((row): Row => ({ at: UPLOAD_API, ...row }))

/** Removes what identifies the uploaded file, the upload or the group. */
export function withoutIdentifiers(json: Record<string, unknown>): unknown {
  const kept = Object.entries(json).filter(
    ([name]) => !['file', 'uuid', 'file_id', 'id', 'parts'].includes(name),
  )
  return Object.fromEntries(kept)
}
