import type { EndpointRequest } from '@secure-uploading/server/adapter'
import { createHeaderLookup } from './create-header-lookup.js'
import type { LambdaHttpEvent } from './lambda-http-event.js'

/**
 * Returns the parts of an HTTP event that an endpoint reads.
 *
 * @throws {TypeError} when it is not an HTTP event, for example a warm-up event.
 */
export function readEvent(event: LambdaHttpEvent): EndpointRequest {
  const method = methodOf(event)
  if (method === undefined) {
    throw new TypeError(
      'Unsupported event. Expected an HTTP event from API Gateway, a function URL or a load balancer',
    )
  }
  const multiValueHeaders = 'multiValueHeaders' in event ? event.multiValueHeaders : undefined
  return { method, header: createHeaderLookup(multiValueHeaders ?? event.headers ?? {}) }
}

// A function can be invoked with any JSON, whatever its type is.
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
