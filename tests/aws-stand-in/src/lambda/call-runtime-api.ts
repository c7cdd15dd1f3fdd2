import { request, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'

export interface RuntimeApiAnswer {
  headers: IncomingHttpHeaders
  body: string
}

/** Asks the Runtime API. The next event may be hours away, and `fetch` gives up after five minutes; this does not. */
export function callRuntimeApi(
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<RuntimeApiAnswer> {
  return new Promise((resolve, reject) => {
    const address = `http://${process.env['AWS_LAMBDA_RUNTIME_API'] ?? ''}/2018-06-01/runtime${path}`
    const asking = request(address, { method }, (response) => {
      text(response).then((answer) => {
        resolve({ headers: response.headers, body: answer })
      }, reject)
    })
    asking.once('error', reject)
    asking.end(body)
  })
}
