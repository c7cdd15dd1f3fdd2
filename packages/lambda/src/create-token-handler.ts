import { createTokenEndpoint, type TokenHandlerOptions } from '@secure-uploading/server'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { LambdaHttpEvent, LambdaHttpResult } from './lambda-http-event.js'

/**
 * Makes a token endpoint for AWS Lambda behind an HTTP API. Give the keys as functions, so that a failed look-up is one
 * failed request and not a function that cannot start.
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

  return async (event, context) => {
    const { method } = event.requestContext.http
    const header = (name: string) => event.headers[name]
    const { status, headers, body } = await endpoint({ method, header }, event, context)
    return { statusCode: status, headers, body, isBase64Encoded: false }
  }
}
