import type { TokenHandlerOptions } from '@secure-uploading/server'
import type { Adapter, TestServer } from './adapter.js'
import { passedArguments, type PassedArguments } from './passed-arguments.js'

export const PUBLIC_KEY = 'demopublickey'
export const SECRET_KEY = 'demosecretkey'

/** An answer with its whole body. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The parsed body; `undefined` for a redirect, whose body is text for people. */
  json: unknown
}

export interface RequestInput {
  method?: string
  headers?: Record<string, string>
  body?: NonNullable<RequestInit['body']>
  /**
   * The path with its query.
   *
   * @default '/api/upload-token'
   */
  path?: string
}

/** Serves endpoints of one adapter for a rule. */
export interface Harness extends PassedArguments {
  /**
   * Serves an endpoint with keys and `authorize: 'anyone'`, except for the given options and without those of `omit`. Returns
   * a function that sends requests to it.
   */
  serve(
    options?: Partial<TokenHandlerOptions<unknown[]>>,
    setting?: { presentVary?: string | string[]; omit?: readonly (keyof TokenHandlerOptions<unknown[]>)[] },
  ): Promise<(input?: RequestInput) => Promise<Answer>>
}

/** Runs the check of a rule against an adapter and closes the served endpoints. */
export async function runCheck<Args extends unknown[]>(
  adapter: Adapter<Args>,
  check: (harness: Harness) => Promise<void>,
): Promise<void> {
  const opened: TestServer[] = []
  const harness: Harness = {
    ...passedArguments(adapter),
    async serve(options, { presentVary, omit = [] } = {}) {
      const given: TokenHandlerOptions<unknown[]> = {
        publicKey: PUBLIC_KEY,
        secretKey: SECRET_KEY,
        authorize: 'anyone',
        onError: () => undefined,
        ...options,
      }
      for (const name of omit) delete given[name]
      const served = await adapter.serve(given, presentVary)
      opened.push(served)
      return async (input) => readAnswer(await served.send(createRequest(input)))
    },
  }
  try {
    await check(harness)
  } finally {
    await Promise.all(opened.map(async (served) => served.close?.()))
  }
}

function createRequest({
  method = 'POST',
  headers = {},
  body,
  path = '/api/upload-token',
}: RequestInput = {}): Request {
  return new Request(`http://app.example${path}`, {
    method,
    headers: { host: 'app.example', ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

/** Reads the whole body of a response. */
export async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response
  const text = await response.text()
  const isRedirect = status >= 300 && status < 400
  return { status, headers, text, json: text === '' || isRedirect ? undefined : JSON.parse(text) }
}
