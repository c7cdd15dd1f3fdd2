import type { EndpointRequest } from '@secure-uploading/server'
import { createHeaderLookup } from './create-header-lookup.js'
import type { LambdaHttpEvent } from './lambda-http-event.js'

/**
 * Reads what the endpoint has to know from any HTTP event.
 *
 * @throws {TypeError} when it is no HTTP event: a ping that keeps the function warm, say.
 */
export function readEvent(event: LambdaHttpEvent): EndpointRequest {
  const method = methodOf(event)
  if (method === undefined) {
    throw new TypeError(
      'The handler understands the HTTP events of API Gateway, function URLs and load balancers: this is none',
    )
  }
  const multiValueHeaders = 'multiValueHeaders' in event ? event.multiValueHeaders : undefined
  return { method, header: createHeaderLookup(multiValueHeaders ?? event.headers ?? {}) }
}

function methodOf(event: LambdaHttpEvent): string | undefined {
  if ('httpMethod' in event) return event.httpMethod
  // What calls a function is not always what its type says.
  const context: unknown = event.requestContext
  const isHttp = typeof context === 'object' && context !== null && 'http' in context
  return isHttp ? event.requestContext.http.method : undefined
}
