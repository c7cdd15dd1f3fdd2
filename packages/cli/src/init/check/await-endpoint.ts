import { isEndpointAnswer } from './is-endpoint-answer.js'
import { originsIn } from './origins-in.js'

/** Where the endpoint of a started app may answer. */
export interface EndpointAddresses {
  /** The path of the endpoint. */
  path: string
  /** The origin of the page that the app has by default. */
  pageOrigin: string
  /** The origin of the server by default. It differs from the page's when a development server passes requests on to it. */
  serverOrigin: string
}

export interface AwaitOptions {
  addresses: EndpointAddresses
  /** Origins that answered before the app was started. */
  occupied: readonly string[]
  /** The output of the app so far. */
  output: () => string
  signal: AbortSignal
  fetch: typeof fetch
  /** In **milliseconds**. */
  now: () => number
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

const PAUSE_MS = 250
/** A program that never answers must not hold up the others. */
const REQUEST_LIMIT_MS = 20_000
/** How long the page's server may take after the server answers, before the server's own address is used. */
const PAGE_GRACE_MS = 10_000

/**
 * Waits until the endpoint answers, at an address that the app prints or that it has by default. Prefers the address of the page,
 * because requests of the page pass its proxy.
 *
 * @returns the URL of the endpoint
 * @throws the reason of `signal` when it is aborted
 */
export async function awaitEndpoint(options: AwaitOptions): Promise<URL> {
  const { signal, now, pause } = options
  let serverAnsweredAtMs: number | undefined
  for (;;) {
    const { preferred, others } = candidates(options)
    const page = await findAnswering(preferred, options)
    if (page !== undefined) return page
    const server = await findAnswering(others, options)
    if (server !== undefined) {
      serverAnsweredAtMs ??= now()
      if (now() - serverAnsweredAtMs >= PAGE_GRACE_MS) return server
    }
    signal.throwIfAborted()
    await pause(PAUSE_MS, signal)
  }
}

function candidates({ addresses, occupied, output }: AwaitOptions): { preferred: URL[]; others: URL[] } {
  const { path, pageOrigin, serverOrigin } = addresses
  const origins = [...new Set([...originsIn(output()), pageOrigin, serverOrigin])].filter(
    (origin) => !occupied.some((each) => portOf(each) === portOf(origin)),
  )
  const isServer = (origin: string): boolean =>
    portOf(pageOrigin) !== portOf(serverOrigin) && portOf(origin) === portOf(serverOrigin)
  const toUrl = (origin: string): URL => new URL(path, origin)
  return {
    preferred: origins.filter((origin) => !isServer(origin)).map(toUrl),
    others: origins.filter(isServer).map(toUrl),
  }
}

const portOf = (origin: string): string => {
  const { port, protocol } = new URL(origin)
  return port || (protocol === 'https:' ? '443' : '80')
}

async function findAnswering(urls: readonly URL[], options: AwaitOptions): Promise<URL | undefined> {
  for (const url of urls) if (await answers(url, options)) return url
  return undefined
}

async function answers(url: URL, { fetch, signal }: AwaitOptions): Promise<boolean> {
  try {
    const headers = { accept: 'application/json', origin: url.origin, 'sec-fetch-site': 'same-origin' }
    const limited = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT_MS)])
    const response = await fetch(url, { method: 'POST', headers, redirect: 'manual', signal: limited })
    return await isEndpointAnswer(response)
  } catch {
    // It does not listen yet, or the signal is aborted.
    return false
  }
}
