import type { TokenHandlerOptions } from '@secure-uploading/server'
import type { Adapter, Served } from './adapter.js'

export const PUBLIC_KEY = 'demopublickey'
export const SECRET_KEY = 'demosecretkey'

/** An answer that was read to its end. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The body, parsed. */
  json: unknown
}

export interface Ask {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
  /** The path with its query; that of the route unless given. */
  path?: string
}

/** What a rule works with: endpoints of one adapter, and a way to ask them. */
export interface Trial {
  /** Serves an endpoint that lets in everybody, but for the given options. */
  serve(options?: Partial<TokenHandlerOptions<unknown[]>>): Promise<(ask?: Ask) => Promise<Answer>>
  /** Reads the cookie from what the framework passed to `authorize`, a key or a hook. */
  cookieOf(...args: unknown[]): string | null | undefined
}

/** Runs one check against an adapter, and closes what it served. */
export async function runTrial<Args extends unknown[]>(
  adapter: Adapter<Args>,
  check: (trial: Trial) => Promise<void>,
): Promise<void> {
  const opened: Served[] = []
  const trial: Trial = {
    async serve(options) {
      const served = await adapter.serve({
        publicKey: PUBLIC_KEY,
        secretKey: SECRET_KEY,
        authorize: 'anyone',
        onError: () => undefined,
        ...options,
      })
      opened.push(served)
      return async (ask) => readAnswer(await served.send(requestFor(ask)))
    },
    // The rules pass on what the framework gave them, so these are its arguments.
    cookieOf: (...args) => adapter.cookieOf(...(args as Args)),
  }
  try {
    await check(trial)
  } finally {
    await Promise.all(opened.map(async (served) => served.close?.()))
  }
}

function requestFor({ method = 'POST', headers = {}, body, path = '/api/upload-token' }: Ask = {}): Request {
  return new Request(`http://app.example${path}`, {
    method,
    headers: { host: 'app.example', ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

/** Reads an answer to its end. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text === '' ? undefined : JSON.parse(text),
  }
}
