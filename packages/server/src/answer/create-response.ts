import type { EndpointAnswer } from './endpoint-answer.js'

/** Turns the endpoint's answer into a web-standard one, for an adapter of a framework that speaks Response. */
export function createResponse({ status, headers, body }: EndpointAnswer): Response {
  // A 204 with an empty string for a body is refused by the constructor.
  return new Response(body === '' ? null : body, { status, headers })
}
