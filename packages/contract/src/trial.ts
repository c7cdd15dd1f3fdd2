import type { TokenHandlerOptions } from '@secure-uploading/server'
import type { Adapter, Served } from './adapter.js'
import { passedArguments, type PassedArguments } from './passed-arguments.js'

export const PUBLIC_KEY = 'demopublickey'
export const SECRET_KEY = 'demosecretkey'

/** An answer that was read to its end. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The body, parsed. A redirect's is for people. */
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
export interface Trial extends PassedArguments {
  /** Serves an endpoint that lets in everybody, but for the given options; others have their say in Vary before it. */
  serve(
    options?: Partial<TokenHandlerOptions<unknown[]>>,
    varyOfOthers?: string | string[],
  ): Promise<(ask?: Ask) => Promise<Answer>>
}

/** Runs one check against an adapter, and closes what it served. */
export async function runTrial<Args extends unknown[]>(
  adapter: Adapter<Args>,
  check: (trial: Trial) => Promise<void>,
): Promise<void> {
  const opened: Served[] = []
  const trial: Trial = {
    ...passedArguments(adapter),
    async serve(options, varyOfOthers) {
      const served = await adapter.serve(
        {
          publicKey: PUBLIC_KEY,
          secretKey: SECRET_KEY,
          authorize: 'anyone',
          onError: () => undefined,
          ...options,
        },
        varyOfOthers,
      )
      opened.push(served)
      return async (ask) => readAnswer(await served.send(requestFor(ask)))
    },
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
  const { status, headers } = response
  const text = await response.text()
  const isRedirect = status >= 300 && status < 400
  return { status, headers, text, json: text === '' || isRedirect ? undefined : JSON.parse(text) }
}
