import type { AuthorizeResult, CheckedGrant, TokenHandlerOptions } from '@secure-uploading/server'
import { createTokenEndpoint } from '@secure-uploading/server/adapter'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { LambdaHttpEvent, LambdaHttpResult } from './events/lambda-http-event.js'
import { readEvent } from './events/read-event.js'
import { writeResult } from './events/write-result.js'

/**
 * Creates a token endpoint for AWS Lambda behind an HTTP API, a REST API, a function URL or an application load balancer.
 * It recognizes the kind of event. The keys are read from `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` on first
 * use. Pass functions to look them up elsewhere.
 *
 * `authorize` is typed for the event of an HTTP API by default; the type parameter selects another.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createTokenHandler } from '@secure-uploading/lambda'
 *
 * export const handler = createTokenHandler({
 *   authorize: (event) => (event.cookies?.length ? { subject: 'user-42' } : null),
 * })
 * ```
 */
export function createTokenHandler<
  E extends LambdaHttpEvent = APIGatewayProxyEventV2,
  Result extends AuthorizeResult = AuthorizeResult,
>(
  options: TokenHandlerOptions<[event: E, context: Context], Result> & CheckedGrant<Result>,
): (event: E, context: Context) => Promise<LambdaHttpResult> {
  const endpoint = createTokenEndpoint(options)
  // Lambda treats handlers with three parameters as callback-style.
  return async (event, context) => writeResult(event, await endpoint(readEvent(event), event, context))
}
