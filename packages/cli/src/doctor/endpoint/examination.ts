import { readAnswer, type Answer } from './answer.js'
import { followableTarget } from './redirect.js'

const MAX_REDIRECTS = 5

export interface ExaminationOptions {
  url: URL
  /**
   * The origin of the page that requests tokens.
   *
   * @default the endpoint's own origin
   */
  pageOrigin?: string
  /**
   * The headers that authenticate a user.
   *
   * @default none
   */
  credentials?: Record<string, string>
  /**
   * Whether anyone is allowed to upload, on purpose.
   *
   * @default false
   */
  isForAnyone?: boolean
  /**
   * The project's secret keys.
   *
   * @default []
   */
  secretKeys?: readonly string[]
  publicKey?: string | undefined
  /**
   * The time limit of one request, in **milliseconds**.
   *
   * @default 10000
   */
  timeoutMs?: number
  /**
   * Whether `fetch` uses a proxy, from `describeRoute`.
   *
   * @default 'without a proxy'
   */
  route?: string
  /** @default globalThis.fetch */
  fetch?: typeof fetch
  /**
   * Returns Unix **milliseconds**.
   *
   * @default Date.now
   */
  now?: () => number
}

/** Sends the requests of the checks to a token endpoint. */
export interface Examination extends Required<
  Omit<ExaminationOptions, 'fetch' | 'route' | 'timeoutMs' | 'publicKey'>
> {
  readonly publicKey: string | undefined
  readonly hasCredentials: boolean
  /**
   * Sends a request. Identical requests are sent once and share the response.
   *
   * @throws whatever `fetch` throws
   */
  send(method: string, headers: Readonly<Record<string, string>>): Promise<Answer>
  /** All responses so far. */
  answers(): Promise<Answer[]>
}

/** Creates an examination of an endpoint. Sends no request yet. */
export function createExamination(options: ExaminationOptions): Examination {
  const { url, credentials = {}, fetch = globalThis.fetch, now = Date.now, timeoutMs = 10_000 } = options
  const sent = new Map<string, Promise<Answer>>()

  async function request(method: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const sentAtMs = now()
    const signal = AbortSignal.timeout(timeoutMs)
    let target = url
    for (let redirects = 0; ; redirects++) {
      const response = await fetch(target, { method, headers, redirect: 'manual', signal })
      const answer = await readAnswer(target, response, sentAtMs, now)
      const next = redirects < MAX_REDIRECTS ? followableTarget(answer) : undefined
      if (next === undefined) return answer
      target = next
    }
  }

  return {
    url,
    credentials,
    now,
    pageOrigin: options.pageOrigin ?? url.origin,
    isForAnyone: options.isForAnyone ?? false,
    secretKeys: options.secretKeys ?? [],
    publicKey: options.publicKey,
    hasCredentials: Object.keys(credentials).length > 0,
    send(method, headers) {
      const key = JSON.stringify([method, headers])
      const answer = sent.get(key) ?? request(method, headers)
      sent.set(key, answer)
      return answer
    },
    answers: () => Promise.all(sent.values()),
  }
}
