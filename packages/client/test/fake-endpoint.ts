import type { FakeClock } from './fake-clock.js'

export interface FakeEndpoint {
  fetch: typeof fetch
  readonly requests: Request[]
  /** The highest number of concurrent requests. */
  readonly mostAtOnce: number
  /** The next answers, in order. After them, the endpoint issues tokens again. */
  answers: (() => Response | Promise<Response>)[]
}

export interface FakeEndpointOptions {
  expiresIn?: number
  latencyMs?: number
}

/** A token endpoint as a function: each token has a number, and expires by the fake clock. */
export function createFakeEndpoint(
  clock: FakeClock,
  { expiresIn = 60, latencyMs = 0 }: FakeEndpointOptions = {},
): FakeEndpoint {
  let underWay = 0
  let mostAtOnce = 0
  const requests: Request[] = []

  const endpoint: FakeEndpoint = {
    requests,
    answers: [],
    get mostAtOnce() {
      return mostAtOnce
    },
    async fetch(input, init) {
      const request = new Request(input, init)
      requests.push(request)
      const number = requests.length
      mostAtOnce = Math.max(mostAtOnce, ++underWay)
      try {
        if (latencyMs > 0) await new Promise<void>((resolve) => clock.setTimeout(resolve, latencyMs))
        const answer = endpoint.answers.shift()
        return answer ? await answer() : tokenResponse({ number, expiresIn, nowMs: clock.wallMs() })
      } finally {
        underWay--
      }
    },
  }
  return endpoint
}

interface FakeToken {
  number: number
  expiresIn: number
  nowMs: number
}

function tokenResponse({ number, expiresIn, nowMs }: FakeToken): Response {
  return Response.json({
    publicKey: 'demopublickey',
    secureSignature: String(number).padStart(64, '0'),
    secureExpire: String(Math.ceil(nowMs / 1000) + expiresIn),
    expiresIn,
  })
}
