import { answerError, answerPreflight, answerToken } from './answer/answer.js'
import { Denial } from './answer/denial.js'
import type { EndpointAnswer } from './answer/endpoint-answer.js'
import { createAuthorizer } from './authorize/create-authorizer.js'
import { addCorsHeaders } from './cross-origin/add-cors-headers.js'
import { findAllowedOrigin } from './cross-origin/find-allowed-origin.js'
import { mayAsk } from './cross-origin/may-ask.js'
import { createReporter } from './hooks/create-reporter.js'
import { createTokenIssuer } from './issue/create-token-issuer.js'
import { createKeyRing } from './keys/create-key-ring.js'
import { assertOptions } from './options/assert-options.js'
import type { TokenHandlerOptions } from './options/token-handler-options.js'
import { createRateLimit } from './rate-limit/create-rate-limit.js'

/** What the endpoint has to know of a request. */
export interface EndpointRequest {
  /** In upper case, as it was sent. */
  method: string
  /** Gives a header by its lower-case name; several of one name are joined with commas. */
  header(name: string): string | null | undefined
}

/** Answers one request. It never rejects. `args` are what the framework calls its handlers with. */
export type TokenEndpoint<Args extends unknown[]> = (
  request: EndpointRequest,
  ...args: Args
) => Promise<EndpointAnswer>

/**
 * Makes a token endpoint out of plain data: the one place where its policy is, for those who write an adapter.
 * An app calls the `createTokenHandler` of its framework's package instead.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * import { createTokenEndpoint } from '@secure-uploading/server'
 *
 * const answer = createTokenEndpoint({ publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' })
 * const { status, headers, body } = await answer({ method: 'POST', header: () => undefined })
 * ```
 */
export function createTokenEndpoint<Args extends unknown[]>(
  options: TokenHandlerOptions<Args>,
): TokenEndpoint<Args> {
  assertOptions(options)
  const { allowedOrigins = [], trustProxy = false } = options
  const authorize = createAuthorizer(options)
  const limit = createRateLimit(options)
  const keysFor = createKeyRing(options)
  const issueToken = createTokenIssuer(options)
  const report = createReporter(options)

  return async (request, ...args) => {
    const allowedOrigin = findAllowedOrigin(request, allowedOrigins)
    let answer: EndpointAnswer
    try {
      if (request.method !== 'POST' && request.method !== 'OPTIONS') throw new Denial('method')
      if (!mayAsk(request, allowedOrigin, trustProxy)) throw new Denial('cross-origin')

      if (request.method === 'OPTIONS') {
        answer = answerPreflight()
      } else {
        // To await what is there already would cost a turn of the microtask queue.
        const granted = authorize(args)
        const grant = granted instanceof Promise ? await granted : granted
        if (limit) await limit(grant, args)
        const found = keysFor(args)
        const keys = found instanceof Promise ? await found : found
        const issued = await issueToken(keys, grant, args)
        report.issue(issued.event, args)
        answer = answerToken(issued.json)
      }
    } catch (error) {
      if (error instanceof Denial) report.deny(error, args)
      else report.error(error, args)
      answer = answerError(error)
    }
    addCorsHeaders(answer.headers, request, allowedOrigin)
    // Node drops the body of an answer to HEAD, but other runtimes would send it.
    if (request.method === 'HEAD') answer.body = ''
    return answer
  }
}
