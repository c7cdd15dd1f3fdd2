import { textResponse } from './text-response.js'

/** Creates a JSON response. */
export function jsonResponse(body: unknown): Response {
  return textResponse(JSON.stringify(body), { 'Content-Type': 'application/json' })
}
