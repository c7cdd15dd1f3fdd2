import { readAnswer, type Answer } from './answer.js'

export interface ExaminationOptions {
  url: URL
  /** The origin of the page that asks: the endpoint's own unless given. */
  pageOrigin?: string
  /** The headers that let a user in. */
  credentials?: Record<string, string>
  /** Whether anyone may have a token, on purpose. */
  isForAnyone?: boolean
  /** The project's keys; none when they are not known. */
  secretKeys?: readonly string[]
  publicKey?: string | undefined
  /** How many **milliseconds** one request may take. */
  timeoutMs?: number
  fetch?: typeof fetch
  /** Tells Unix milliseconds. */
  now?: () => number
}

/** A token endpoint, to be asked by the checks. */
export interface Examination extends Required<Omit<ExaminationOptions, 'fetch' | 'timeoutMs' | 'publicKey'>> {
  readonly publicKey: string | undefined
  readonly hasCredentials: boolean
  /**
   * Sends a request, once: who asks the same again gets the same answer.
   *
   * @throws what `fetch` throws.
   */
  ask(method: string, headers: Readonly<Record<string, string>>): Promise<Answer>
  /** All that was answered so far. */
  answers(): Promise<Answer[]>
}

/** Begins the examination of an endpoint. Nothing is sent before somebody asks. */
export function createExamination(options: ExaminationOptions): Examination {
  const { url, credentials = {}, fetch = globalThis.fetch, now = Date.now, timeoutMs = 10_000 } = options
  const asked = new Map<string, Promise<Answer>>()

  async function send(method: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const sentAtMs = now()
    const signal = AbortSignal.timeout(timeoutMs)
    // A redirect is an answer, too: often the one that is wrong.
    return readAnswer(await fetch(url, { method, headers, redirect: 'manual', signal }), sentAtMs, now)
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
    ask(method, headers) {
      const key = JSON.stringify([method, headers])
      const answer = asked.get(key) ?? send(method, headers)
      asked.set(key, answer)
      return answer
    },
    answers: () => Promise.all(asked.values()),
  }
}
