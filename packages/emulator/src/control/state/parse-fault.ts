import * as v from 'valibot'
import { ENDPOINT_TARGETS } from '../../endpoints/endpoint-name.js'
import { API_ERRORS, type ApiErrorCode } from '../../errors/api-errors.js'
import { parseOptions, type OptionSet } from '../../options/parse-options.js'
import { isPauseMs, MAX_PAUSE_MS } from '../../pause.js'
import { FAULT_KINDS, type Fault, type FaultEffect } from './fault.js'

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0))
const endpointName = v.picklist(ENDPOINT_TARGETS)

const FAULT = {
  subject: 'A fault',
  schema: v.strictObject({
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))),
    body: v.optional(v.string()),
    throttle: v.optional(
      v.pipe(
        v.custom<object>((value) => typeof value === 'object' && !Array.isArray(value)),
        v.strictObject({ retryAfterSeconds: v.optional(wholeNumber) }),
      ),
    ),
    refuse: v.optional(v.custom<ApiErrorCode>((code) => Object.hasOwn(API_ERRORS, String(code)))),
    drop: v.optional(v.picklist(['request', 'answer'])),
    truncateAfterBytes: v.optional(wholeNumber),
    latencyMs: v.optional(v.custom<number>(isPauseMs)),
    until: v.optional(v.custom<Promise<unknown>>((value) => value instanceof Promise)),
    endpoint: v.optional(v.union([endpointName, v.pipe(v.array(endpointName), v.minLength(1))])),
    times: v.optional(v.union([v.literal(Infinity), v.pipe(wholeNumber, v.minValue(1))]), 1),
    skip: v.optional(wholeNumber, 0),
  }),
  expected: {
    status: 'an HTTP status from 200 to 599',
    body: 'a string',
    throttle: '{ retryAfterSeconds? }, in whole seconds',
    refuse: 'an error code of the Upload API, such as "SignatureExpirationError"',
    drop: '"request" or "answer"',
    truncateAfterBytes: 'a whole number of bytes',
    latencyMs: `a number of milliseconds from 0 to ${MAX_PAUSE_MS}`,
    until: 'a promise',
    endpoint: `one or several of ${ENDPOINT_TARGETS.join(', ')}`,
    times: 'a positive whole number of requests, or Infinity',
    skip: 'a whole number of requests',
  },
} satisfies OptionSet<v.ObjectEntries>

/**
 * Parses an unchecked fault.
 *
 * @throws {TypeError} naming the option that is invalid.
 */
export function parseFault(input: unknown): Fault & { times: number; skip: number } {
  const { endpoint, times, skip, ...options } = parseOptions(FAULT, input)
  const kinds = FAULT_KINDS.filter((kind) => options[kind] !== undefined)
  const effect = effectOf(options)
  if (!effect || kinds.length > 1) throw new TypeError(`A fault has exactly one of ${FAULT_KINDS.join(', ')}`)
  return { ...effect, ...(endpoint !== undefined && { endpoint }), times, skip }
}

function effectOf(options: {
  [Option in keyof typeof FAULT.expected]?: v.InferOutput<(typeof FAULT.schema.entries)[Option]>
}): FaultEffect | undefined {
  const { status, body, throttle, refuse, drop, truncateAfterBytes, latencyMs, until } = options
  if (status !== undefined) return body === undefined ? { status } : { status, body }
  if (throttle !== undefined) return { throttle }
  if (refuse !== undefined) return { refuse }
  if (drop !== undefined) return { drop }
  if (truncateAfterBytes !== undefined) return { truncateAfterBytes }
  if (latencyMs !== undefined) return { latencyMs }
  return until && { until }
}
