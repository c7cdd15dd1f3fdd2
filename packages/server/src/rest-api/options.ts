import { logOnce } from '../options/default-log.js'
import { readOptionalVariable } from '../options/environment.js'
import type { RestSettings } from './send.js'

/** How the handlers reach Uploadcare's REST API. */
export interface RestApiOptions {
  /**
   * The base URL of Uploadcare's REST API, for example of the emulator. The secret key is sent to it, so it must be `https:`
   * unless its host is this machine or has no dot, as in a network of containers.
   *
   * @default 'https://api.uploadcare.com'
   */
  apiBaseURL?: string | undefined
  /**
   * Sends the requests to the REST API.
   *
   * @default the global fetch
   */
  fetch?: typeof fetch | undefined
  /**
   * The time in which an answer is sent, in **milliseconds**. Files that were not reached by then are `processing`, and the
   * client asks for them again.
   *
   * @default 8000
   */
  timeLimitMs?: number | undefined
}

const PRODUCTION_URL = 'https://api.uploadcare.com'

/** The names of {@link RestApiOptions}. */
export const REST_API_OPTIONS: readonly string[] = ['apiBaseURL', 'fetch', 'timeLimitMs']

/**
 * Checks the options of the REST API and adds the defaults.
 *
 * @throws {TypeError} naming the option and what it must be.
 */
export function parseRestApiOptions(options: RestApiOptions): RestSettings & { timeLimitMs: number } {
  const { apiBaseURL = PRODUCTION_URL, timeLimitMs = 8000 } = options
  if (options.apiBaseURL === undefined) warnBesideEmulator()
  const { fetch: send = (...args) => fetch(...args) } = options
  if (typeof send !== 'function') throw new TypeError('"fetch" must be a function')
  // Timers take 32 bits.
  if (!Number.isInteger(timeLimitMs) || timeLimitMs <= 0 || timeLimitMs > 2 ** 31 - 1) {
    throw new TypeError('"timeLimitMs" must be a positive whole number of milliseconds')
  }
  return { baseURL: parseBaseURL(apiBaseURL), fetch: send, timeLimitMs, wait, random: Math.random }
}

function warnBesideEmulator(): void {
  if ((readOptionalVariable('UPLOADCARE_EMULATOR_URL') ?? '') === '') return
  logOnce(
    'warn',
    `UPLOADCARE_EMULATOR_URL is set, but completions use ${PRODUCTION_URL}, which has no file of the emulator. Pass "apiBaseURL": process.env.UPLOADCARE_EMULATOR_URL.`,
  )
}

function parseBaseURL(baseURL: unknown): string {
  const url = typeof baseURL === 'string' && URL.canParse(baseURL) ? new URL(baseURL) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new TypeError('"apiBaseURL" must be an absolute URL such as "https://api.uploadcare.com"')
  }
  if (url.protocol === 'http:' && !isLocal(url.hostname)) {
    throw new TypeError('"apiBaseURL" must be an https: URL, because the secret key is sent to it')
  }
  return url.href.replace(/\/+$/, '')
}

function isLocal(host: string): boolean {
  // An IPv6 address has no dot either.
  if (host.startsWith('[')) return host === '[::1]'
  return !host.includes('.') || host.endsWith('.localhost') || /^127(\.\d+){3}$/.test(host)
}

function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer)
      reject(new Error('The time limit is over'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    }, delayMs)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}
