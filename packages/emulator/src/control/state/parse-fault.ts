import { ENDPOINT_NAMES, type EndpointName } from '../../endpoints/endpoint-name.js'
import { API_ERRORS, type ApiErrorCode } from '../../errors/api-errors.js'
import { isPauseMs, LONGEST_PAUSE_MS } from '../../pause.js'
import { FAULT_KINDS, type Fault, type FaultEffect } from './fault.js'

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads a fault that came from outside, and fills in `times` and `skip`.
 *
 * @throws {TypeError} naming the option that is wrong.
 */
export function parseFault(input: unknown): Fault & { times: number; skip: number } {
  if (typeof input !== 'object' || input === null) throw new TypeError('A fault must be an object')
  const fields: Fields = { ...input }
  const unknownName = Object.keys(fields).find((name) => !KNOWN_NAMES.includes(name))
  if (unknownName !== undefined) throw new TypeError(`"${unknownName}" is no option of a fault`)
  const { times = 1, skip = 0, endpoint } = fields
  if (!(times === Infinity || (isWholeNumber(times) && times > 0))) {
    throw new TypeError('"times" must be a positive whole number of requests, or Infinity')
  }
  if (!isWholeNumber(skip)) throw new TypeError('"skip" must be a whole number of requests')
  return { ...parseEffect(fields), ...parseEndpoint(endpoint), times, skip }
}

const KNOWN_NAMES: readonly string[] = [...FAULT_KINDS, 'body', 'endpoint', 'times', 'skip']

function parseEffect(fields: Fields): FaultEffect {
  const [kind, ...more] = FAULT_KINDS.filter((candidate) => fields[candidate] !== undefined)
  if (kind === undefined || more.length > 0) {
    throw new TypeError(`A fault has exactly one of ${FAULT_KINDS.join(', ')}`)
  }
  const { status, body, throttle, refuse, drop, truncateAfterBytes, latencyMs, until } = fields
  if (isWholeNumber(status) && status >= 200 && status <= 599) {
    if (body === undefined) return { status }
    if (typeof body === 'string') return { status, body }
  }
  if (typeof throttle === 'object' && throttle !== null && !Array.isArray(throttle)) {
    const { retryAfterSeconds, ...unknown }: Fields = { ...throttle }
    if (Object.keys(unknown).length === 0) {
      if (retryAfterSeconds === undefined) return { throttle: {} }
      if (isWholeNumber(retryAfterSeconds)) return { throttle: { retryAfterSeconds } }
    }
  }
  if (isErrorCode(refuse)) return { refuse }
  if (drop === 'request' || drop === 'answer') return { drop }
  if (isWholeNumber(truncateAfterBytes)) return { truncateAfterBytes }
  if (isPauseMs(latencyMs)) return { latencyMs }
  if (until instanceof Promise) return { until }
  throw new TypeError(`"${kind}" must be ${EXPECTED[kind]}`)
}

const EXPECTED = {
  status: 'an HTTP status from 200 to 599, and its "body" a text',
  throttle: '{ retryAfterSeconds? }, in whole seconds',
  refuse: 'an error code of the Upload API, as "SignatureExpirationError"',
  drop: '"request" or "answer"',
  truncateAfterBytes: 'a whole number of bytes',
  latencyMs: `a number of milliseconds from 0 to ${LONGEST_PAUSE_MS}`,
  until: 'a promise',
}

function parseEndpoint(endpoint: unknown): { endpoint?: EndpointName | EndpointName[] } {
  if (endpoint === undefined) return {}
  if (isEndpointName(endpoint)) return { endpoint }
  if (Array.isArray(endpoint) && endpoint.length > 0 && endpoint.every(isEndpointName)) return { endpoint }
  throw new TypeError(`"endpoint" must be one or several of ${ENDPOINT_NAMES.join(', ')}`)
}

function isEndpointName(value: unknown): value is EndpointName {
  return ENDPOINT_NAMES.some((name) => name === value)
}

function isErrorCode(value: unknown): value is ApiErrorCode {
  return typeof value === 'string' && Object.hasOwn(API_ERRORS, value)
}

function isWholeNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
