import type { EndpointRequest } from './endpoint-request.js'

/** Returns the distinct values of a header that may be present once only; more than one if several were sent. */
export function headerValues(request: EndpointRequest, name: string): readonly string[] {
  const header = request.header(name) ?? undefined
  if (header === undefined) return []
  if (!header.includes(',')) return [header]
  return [...new Set(header.split(',').map((value) => value.trim()))]
}
