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

// What calls a function is not always what its type says.
function methodOf(event: unknown): string | undefined {
  if (!isObject(event)) return undefined
  const { httpMethod, requestContext } = event
  if (!isObject(requestContext)) return undefined
  const { http } = requestContext
  const method = isObject(http) ? http['method'] : httpMethod
  return typeof method === 'string' ? method : undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
