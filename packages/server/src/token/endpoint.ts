import { addCorsHeaders } from '../http/cors.js'
import { answerEmpty, answerJson } from '../http/endpoint-answer.js'
import type { EndpointRequest } from '../http/endpoint-request.js'
import { createEndpoint, type Endpoint } from '../http/endpoint.js'
import { checkOrigin, findAllowedOrigin } from '../http/origin.js'
import { callSafely } from '../options/hooks.js'
import { createAuthorizer } from './authorize.js'
import { denyOrigin, TOKEN_METHODS, TokenDenial } from './denial.js'
import { createTokenIssuer } from './issue.js'
import { parseTokenOptions, type TokenHandlerOptions } from './options.js'
import { createRateLimiter } from './rate-limit.js'

/** Answers a request for a token. It never rejects. `args` are the arguments that the framework passes to its handlers. */
export type TokenEndpoint<Args extends unknown[]> = Endpoint<EndpointRequest, Args>

/**
 * Creates a token endpoint that is independent of any framework, for adapter authors. Apps call `createTokenHandler` of
 * their framework's package instead.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createTokenEndpoint } from '@secure-uploading/server/adapter'
 *
 * const answer = createTokenEndpoint({ publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' })
 * const { status, headers, body } = await answer({ method: 'POST', header: () => undefined })
 * ```
 */
export function createTokenEndpoint<Args extends unknown[]>(
  options: TokenHandlerOptions<Args>,
): TokenEndpoint<Args> {
  const settings = parseTokenOptions(options)
  const { allowedOrigins, rateLimit, keysFor, onIssue, onDeny, onError } = settings
  const authorize = createAuthorizer(settings.authorize, settings.credential)
  const countToken = rateLimit && createRateLimiter(rateLimit, onError)
  const issueToken = createTokenIssuer(settings)

  return createEndpoint<EndpointRequest, Args, TokenDenial['event']>({
    async answer(request, args) {
      const { method } = request
      if (method !== 'POST' && method !== 'OPTIONS') {
        throw new TokenDenial('method', {}, { Allow: TOKEN_METHODS })
      }
      const refusal = checkOrigin(request, settings)
      if (refusal !== undefined) throw denyOrigin(refusal)
      if (method === 'OPTIONS') return answerEmpty({ Allow: TOKEN_METHODS })

      const grant = await authorize(args)
      await countToken?.(grant, args)
      const { json, event } = await issueToken(await keysFor(args), grant, args)
      if (onIssue) callSafely(() => onIssue(event(), ...args))
      return answerJson(200, json)
    },
    addHeaders(headers, request) {
      addCorsHeaders(headers, request, findAllowedOrigin(request, allowedOrigins))
    },
    isDenial: (error) => error instanceof TokenDenial,
    failureMessage: 'No upload token could be issued. See the server log.',
    onDeny,
    onError,
  })
}
