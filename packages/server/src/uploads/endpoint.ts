import { addCorsHeaders } from '../http/cors.js'
import { answerEmpty, answerJson, type EndpointAnswer } from '../http/endpoint-answer.js'
import type { EndpointRequest } from '../http/endpoint-request.js'
import { createEndpoint, type Endpoint } from '../http/endpoint.js'
import type { HandlerRequest } from '../http/handler-request.js'
import { checkOrigin, findAllowedOrigin } from '../http/origin.js'
import { callSafely } from '../options/hooks.js'
import { denyOrigin, TOKEN_METHODS, TokenDenial } from '../token/denial.js'
import { createRateLimiter, mostPointsOf } from '../token/rate-limit.js'
import { createRouteAuthorizer } from './authorize.js'
import { completeFiles } from './complete-files.js'
import type { RejectedFile } from './completion.js'
import type { UploadGrant, UploadRouteSettings } from './define-uploads.js'
import { UploadDenial } from './denial.js'
import type { UploadDenied } from './events.js'
import { createUploadTokenIssuer } from './issue.js'
import { parseUploadsOptions, type UploadsHandlerOptions } from './options.js'
import { parseCompletion, uuidsOf } from './parse-completion.js'

/** The parts of a request that the uploads endpoint reads. */
export type UploadsRequest = EndpointRequest & Pick<HandlerRequest, 'query' | 'json'>

/** Answers a request for a token of a route, or completes files. It never rejects. */
export type UploadsEndpoint<Args extends unknown[]> = Endpoint<UploadsRequest, Args>

/**
 * Creates an uploads endpoint that is independent of any framework, for adapter authors. Apps call `createUploadsHandler` of
 * their framework's package instead.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createDefineUploads, createUploadsEndpoint } from '@secure-uploading/server/adapter'
 *
 * const uploads = createDefineUploads<[]>()({ avatar: { accept: ['image/*'], maxBytes: '5MB' } })
 * const answer = createUploadsEndpoint({
 *   uploads,
 *   publicKey: 'demopublickey',
 *   secretKey: 'demosecretkey',
 *   receipts: { secret: 'a secret of your backend' },
 *   authorize: () => ({ subject: 'user-42' }),
 * })
 * const { status, headers, body } = await answer({
 *   method: 'POST',
 *   header: () => undefined,
 *   query: (name) => (name === 'route' ? 'avatar' : undefined),
 *   json: () => ({ raw: '' }),
 * })
 * ```
 */
export function createUploadsEndpoint<Args extends unknown[]>(
  options: UploadsHandlerOptions<Args>,
): UploadsEndpoint<Args> {
  const { uploads, authorize, receipts, token, completion, onDeny } = parseUploadsOptions(options)
  const { allowedOrigins, rateLimit, keysFor, onIssue, onError } = token
  const authorizeRoute = createRouteAuthorizer(authorize, token.credential)
  const countRequest = rateLimit && createRateLimiter(rateLimit, onError)
  const mostFiles = mostPointsOf(rateLimit)
  const issueToken = createUploadTokenIssuer(token)

  async function answerToken(
    route: UploadRouteSettings<Args>,
    grant: UploadGrant,
    args: Args,
  ): Promise<EndpointAnswer> {
    await countRequest?.(grant, args)
    const { json, event } = await issueToken(await keysFor(args), grant, route, args)
    if (onIssue) callSafely(() => onIssue(event(), ...args))
    return answerJson(200, json)
  }

  async function answerCompletion(
    route: UploadRouteSettings<Args>,
    { subject, ...grant }: UploadGrant,
    names: readonly string[],
    args: Args,
  ): Promise<EndpointAnswer> {
    const files = Math.min(uuidsOf(names).length, mostFiles)
    await countRequest?.({ subject, ...grant }, args, Math.max(1, files))
    const results = await completeFiles(
      completion,
      {
        keys: await keysFor(args),
        secrets: await receipts.secretsFor(args),
        subject,
        route,
        claims: uploads['~claims'],
        mostFiles,
        onReject(result, hint) {
          callSafely(() => onDeny(toEvent(result, subject, route.name, hint), ...args))
        },
        onError(error) {
          callSafely(() => onError(error, ...args))
        },
      },
      names,
    )
    return answerJson(200, JSON.stringify({ files: results }))
  }

  return createEndpoint<UploadsRequest, Args, UploadDenied>({
    async answer(request, args) {
      const { method } = request
      if (method !== 'POST' && method !== 'OPTIONS') {
        throw new TokenDenial('method', {}, { Allow: TOKEN_METHODS })
      }
      const refusal = checkOrigin(request, token)
      if (refusal !== undefined) throw denyOrigin(refusal)
      if (method === 'OPTIONS') return answerEmpty({ Allow: TOKEN_METHODS })

      const route = uploads['~routes'].get(request.query('route') ?? '')
      if (route === undefined) throw new UploadDenial('unknown-route')
      const grant = await authorizeRoute(route, args)
      const names = await parseCompletion(request.json())
      return names === undefined
        ? answerToken(route, grant, args)
        : answerCompletion(route, grant, names, args)
    },
    addHeaders(headers, request) {
      addCorsHeaders(headers, request, findAllowedOrigin(request, allowedOrigins))
    },
    isDenial: (error) => error instanceof TokenDenial || error instanceof UploadDenial,
    failureMessage: 'The request could not be processed. See the server log.',
    onDeny,
    onError,
  })
}

function toEvent(
  { uuid, code }: RejectedFile,
  subject: string,
  route: string,
  hint: string | undefined,
): UploadDenied {
  const event = { reason: 'file-rejected', status: 200, code, uuid, subject, route } as const
  return hint === undefined ? event : { ...event, hint }
}
