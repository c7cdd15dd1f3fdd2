import { request, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'

export interface RuntimeApiResponse {
  headers: IncomingHttpHeaders
  body: string
}

/** Sends a request to the Runtime API. Uses no `fetch`, which times out after five minutes without an event. */
export function callRuntimeApi(
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<RuntimeApiResponse> {
  return new Promise((resolve, reject) => {
    const address = `http://${process.env['AWS_LAMBDA_RUNTIME_API'] ?? ''}/2018-06-01/runtime${path}`
    const sent = request(address, { method }, (response) => {
      text(response).then((responseBody) => {
        resolve({ headers: response.headers, body: responseBody })
      }, reject)
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
