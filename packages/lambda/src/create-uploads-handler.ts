import type { UploadsHandlerOptions } from '@secure-uploading/server'
import {
  createDefineUploads,
  createUploadsEndpoint,
  type DefineUploads,
} from '@secure-uploading/server/adapter'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { LambdaHttpEvent, LambdaHttpResult } from './events/lambda-http-event.js'
import { readEvent } from './events/read-event.js'
import { readJson } from './events/read-json.js'
import { readQuery } from './events/read-query.js'
import { writeResult } from './events/write-result.js'

/**
 * Defines upload routes for AWS Lambda: their rules, and what happens with an accepted file. The browser gets their types
 * with `import type`. `authorize` and `metadata` of a route are typed for the event of an HTTP API; for another event create
 * the function: `createDefineUploads<[event: ALBEvent, context: Context]>()`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { defineUploads } from '@secure-uploading/lambda'
 *
 * export const uploads = defineUploads({
 *   avatar: {
 *     accept: ['image/*'],
 *     maxBytes: '5MB',
 *     maxFiles: 1,
 *     onUploaded: ({ file, subject }) => ({ url: file.cdnUrl, owner: subject }),
 *   },
 * })
 * ```
 */
export const defineUploads: DefineUploads<[event: APIGatewayProxyEventV2, context: Context]> =
  /* @__PURE__ */ createDefineUploads()

/**
 * Creates an uploads endpoint for AWS Lambda behind an HTTP API, a REST API, a function URL or an application load balancer.
 * It issues tokens for upload routes and completes their files. Give the function more time than `timeLimitMs`: Lambda's
 * default is 3 seconds.
 *
 * `authorize` is typed for the event of an HTTP API by default; the type parameter selects another.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createUploadsHandler, defineUploads } from '@secure-uploading/lambda'
 *
 * const uploads = defineUploads({ avatar: { accept: ['image/*'], maxBytes: '5MB', maxFiles: 1 } })
 *
 * export const handler = createUploadsHandler({
 *   uploads,
 *   receipts: { secret: () => process.env['RECEIPT_SECRET'] },
 *   authorize: (event) => (event.cookies?.length ? { subject: 'user-42' } : null),
 * })
 * ```
 */
export function createUploadsHandler<E extends LambdaHttpEvent = APIGatewayProxyEventV2>(
  options: UploadsHandlerOptions<[E, Context]>,
): (event: E, context: Context) => Promise<LambdaHttpResult> {
  const endpoint = createUploadsEndpoint(options)
  // Lambda treats handlers with three parameters as callback-style.
  return async (event, context) => {
    const request = { ...readEvent(event), query: readQuery(event), json: () => readJson(event) }
    return writeResult(event, await endpoint(request, event, context))
  }
}
