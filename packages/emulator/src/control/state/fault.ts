import type { EndpointName } from '../../endpoints/endpoint-name.js'
import type { ApiErrorCode } from '../../errors/api-errors.js'

/** Which requests a fault meets. */
export interface FaultTarget {
  /** Only requests to this endpoint, or one of these; all of them unless given. */
  endpoint?: EndpointName | readonly EndpointName[]
  /** How many requests it meets; 1 unless given. `Infinity` for all until it is removed. */
  times?: number
  /** How many matching requests it lets pass first; 0 unless given. */
  skip?: number
}

/** What a fault does to a request. */
export type FaultEffect =
  /** Answers with this HTTP status and plain text, as a gateway in front of the API would. */
  | { status: number; body?: string }
  /** Answers that the request was throttled, in the API's own form; `Retry-After` only when given. */
  | { throttle: { retryAfterSeconds?: number } }
  /** Refuses the credential with this code, whatever it is. Only signed requests are met. */
  | { refuse: ApiErrorCode }
  /** Cuts the connection: before the request had an effect, or after, so that only its answer is lost. */
  | { drop: 'request' | 'answer' }
  /** Cuts the connection in the middle of the answer's body. */
  | { truncateAfterBytes: number }
  /** Handles the request later. */
  | { latencyMs: number }
  /** Handles the request once this promise is settled: a test can hold it as long as it needs. */
  | { until: Promise<unknown> }

export type FaultKind =
  | 'status'
  | 'throttle'
  | 'refuse'
  | 'drop'
  | 'truncateAfterBytes'
  | 'latencyMs'
  | 'until'

export type Fault = FaultTarget & FaultEffect

/** The names of all effects; a fault has exactly one. */
export const FAULT_KINDS: readonly FaultKind[] = [
  'status',
  'throttle',
  'refuse',
  'drop',
  'truncateAfterBytes',
  'latencyMs',
  'until',
]

/** Tells which effect a fault has. */
export function faultKind(fault: object): FaultKind | undefined {
  return FAULT_KINDS.find((kind) => kind in fault)
}
