import type { EndpointAnswer } from './endpoint-answer.js'

/** What an answer needs of Node's `ServerResponse`, whichever framework it comes through. */
export interface NodeResponse {
  readonly headersSent: boolean
  statusCode: number
  hasHeader(name: string): boolean
  setHeader(name: string, value: string): unknown
  appendHeader(name: string, value: string): unknown
  end(body: string): unknown
}

/** Sends the endpoint's answer through Node's response, for an adapter, unless the app has answered itself. */
export function sendNodeAnswer(response: NodeResponse, answer: EndpointAnswer): void {
  // An `authorize` that redirected has answered already, and a second answer would end the process under Express 4.
  if (response.headersSent) return
  response.statusCode = answer.status
  for (const [name, value] of Object.entries(answer.headers)) {
    // The framework and other middleware have their say in Vary too. Where they have none, setHeader is much faster.
    if (name === 'Vary' && response.hasHeader(name)) response.appendHeader(name, value)
    else response.setHeader(name, value)
  }
  response.end(answer.body)
}
