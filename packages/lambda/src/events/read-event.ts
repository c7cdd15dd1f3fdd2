import type { EndpointRequest } from '@secure-uploading/server/adapter'
import { createHeaderLookup } from './create-header-lookup.js'
import { isObject } from './is-object.js'

/**
 * Returns the parts of an HTTP event that an endpoint reads. A function can be invoked with any JSON, whatever the type of
 * its parameter is.
 *
 * @throws {TypeError} when it is not an HTTP event, for example a warm-up event.
 */
export function readEvent(event: unknown): EndpointRequest {
  const method = isObject(event) ? methodOf(event) : undefined
  if (!isObject(event) || method === undefined) {
    throw new TypeError(
      'Unsupported event. Expected an HTTP event from API Gateway, a function URL, a load balancer or VPC Lattice. Answer warm-up events before the handler',
    )
  }
  return { method, header: createHeaderLookup(event['headers'], event['multiValueHeaders']) }
}

function methodOf(event: Readonly<Record<string, unknown>>): string | undefined {
  const { httpMethod, method, raw_path: latticePath, requestContext } = event
  if (typeof latticePath === 'string') return textOf(method)
  if (!isObject(requestContext)) return undefined
  const { http, serviceArn } = requestContext
  if (isObject(http)) return textOf(http['method'])
  return typeof serviceArn === 'string' ? textOf(method) : textOf(httpMethod)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
