import type { Endpoint } from './endpoint.js'

/** Counts the requests that reached the gateway. */
export interface RequestLog {
  note: (endpoint: Endpoint, method: string) => void
  /** Returns the number of requests to an endpoint, without preflights. */
  attempts: (endpoint: Endpoint) => number
  /** Returns the number of requests to each endpoint that got any, without preflights. */
  all: () => Partial<Record<Endpoint, number>>
  preflights: (endpoint: Endpoint) => number
  clear: () => void
}

export function createRequestLog(): RequestLog {
  const attempts = new Map<Endpoint, number>()
  const preflights = new Map<Endpoint, number>()
  return {
    note(endpoint, method) {
      const counts = method === 'OPTIONS' ? preflights : attempts
      counts.set(endpoint, (counts.get(endpoint) ?? 0) + 1)
    },
    attempts: (endpoint) => attempts.get(endpoint) ?? 0,
    all: () => Object.fromEntries(attempts),
    preflights: (endpoint) => preflights.get(endpoint) ?? 0,
    clear() {
      attempts.clear()
      preflights.clear()
    },
  }
}
