import type { EndpointTarget } from '../../endpoints/endpoint-name.js'
import type { ApiErrorCode } from '../../errors/api-errors.js'

/** The requests that a fault applies to. */
export interface FaultTarget {
  /**
   * The endpoint, or a list of endpoints. `'rest'` stands for the whole REST API.
   *
   * @default all endpoints
   */
  endpoint?: EndpointTarget | readonly EndpointTarget[] | undefined
  /**
   * The number of requests; `Infinity` for all requests until the fault is removed.
   *
   * @default 1
   */
  times?: number | undefined
  /**
   * The number of matching requests to let pass first.
   *
   * @default 0
   */
  skip?: number | undefined
}

/** The effect of a fault on a request. */
export type FaultEffect =
  /** Responds with this HTTP status and plain text, like a gateway in front of the API. */
  | { status: number; body?: string | undefined }
  /** Responds with the API's throttling error; sends `Retry-After` only if `retryAfterSeconds` is set. */
  | { throttle: { retryAfterSeconds?: number | undefined } }
  /** Refuses the request with this code. Without `endpoint`, applies to the signed endpoints. */
  | { refuse: ApiErrorCode }
  /** Drops the connection: before the request is handled (`'request'`), or after it (`'answer'`). */
  | { drop: 'request' | 'answer' }
  /** Cuts the connection after this many bytes of the response body. */
  | { truncateAfterBytes: number }
  /** Delays the request by this many **milliseconds**. */
  | { latencyMs: number }
  /** Delays the request until this promise settles. */
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

/** Returns the kind of a fault. */
export function faultKind(fault: object): FaultKind | undefined {
  return FAULT_KINDS.find((kind) => kind in fault)
}
