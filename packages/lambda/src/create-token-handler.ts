import { createTokenEndpoint, type TokenHandlerOptions } from '@secure-uploading/server'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { LambdaHttpEvent, LambdaHttpResult } from './events/lambda-http-event.js'
import { readEvent } from './events/read-event.js'
import { writeResult } from './events/write-result.js'

/**
 * Makes a token endpoint for AWS Lambda: behind an HTTP API, a REST API, a function URL or an application load balancer,
 * told from the event. Give the keys as functions, so that a failed look-up is one failed request and not a function
 * that cannot start.
 *
 * `authorize` is typed for the event of an HTTP API unless its type parameter names another.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * import { createTokenHandler } from '@secure-uploading/lambda'
 *
 * export const handler = createTokenHandler({
 *   publicKey: () => process.env['UPLOADCARE_PUBLIC_KEY'] ?? '',
 *   secretKey: () => process.env['UPLOADCARE_SECRET_KEY'] ?? '',
 *   authorize: (event) => (event.cookies?.length ? { subject: 'user-42' } : null),
 * })
 * ```
 */
export function createTokenHandler<E extends LambdaHttpEvent = APIGatewayProxyEventV2>(
  options: TokenHandlerOptions<[E, Context]>,
): (event: E, context: Context) => Promise<LambdaHttpResult> {
  const endpoint = createTokenEndpoint(options)
  // Two parameters and no more: with a third, the runtime would take it for a handler with a callback.
  return async (event, context) => writeResult(event, await endpoint(readEvent(event), event, context))
}
