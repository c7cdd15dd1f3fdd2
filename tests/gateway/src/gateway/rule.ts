import type { Endpoint } from './endpoint.js'

/** A response that the gateway sends instead of forwarding the request. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  body?: string
  /** Whether the response has the CORS headers of the Upload API. @default true */
  cors?: boolean
}

export type Effect =
  /** Reads the request and sends an answer without forwarding. */
  | { kind: 'answer'; answer: Answer | (() => Answer) }
  /** Resets the connection after the request's headers, or after the upstream has answered. */
  | { kind: 'reset'; after: 'request' | 'answer' }
  /** Forwards, sends the headers and this many bytes of the response body, and cuts the connection. */
  | { kind: 'cut'; bytes: number }
  /** Forwards, and replaces the JSON of the response. */
  | { kind: 'edit'; edit: (json: Record<string, unknown>) => unknown }
  /** Never responds. */
  | { kind: 'hold' }

/** Describes which requests fail, and how. */
export interface Rule {
  endpoint: Endpoint
  /** Number of requests that it applies to. @default 1 */
  times?: number
  /** Number of matching requests to let pass first. @default 0 */
  skip?: number
  effect: Effect
}

/** The rules of one or several gateways. */
export interface RuleList {
  add: (rule: Rule) => void
  /** Returns the effect for a request, and counts it. */
  take: (endpoint: Endpoint) => Effect | undefined
  clear: () => void
}

export function createRuleList(): RuleList {
  let rules: Required<Rule>[] = []
  return {
    add(rule) {
      rules.push({ times: 1, skip: 0, ...rule })
    },
    take(endpoint) {
      const rule = rules.find((candidate) => candidate.endpoint === endpoint && candidate.times > 0)
      if (!rule) return undefined
      if (rule.skip > 0) {
        rule.skip--
        return undefined
      }
      rule.times--
      return rule.effect
    },
    clear() {
      rules = []
    },
  }
}
