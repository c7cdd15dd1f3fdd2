import type { EndpointAnswer } from './endpoint-answer.js'

/** What an answer needs of Node's `ServerResponse`, whichever framework it comes through. */
export interface NodeResponse {
  readonly headersSent: boolean
  statusCode: number
  getHeader(name: string): number | string | readonly string[] | undefined
  setHeader(name: string, value: string): unknown
  end(body: string): unknown
}

/** Sends the endpoint's answer through Node's response, for an adapter, unless the app has answered itself. */
export function sendNodeAnswer(response: NodeResponse, answer: EndpointAnswer): void {
  // An `authorize` that redirected has answered already, and a second answer would end the process under Express 4.
  if (response.headersSent) return
  response.statusCode = answer.status
  for (const [name, value] of Object.entries(answer.headers)) {
    response.setHeader(name, name === 'Vary' ? withOthers(response.getHeader(name), value) : value)
  }
  response.end(answer.body)
}

// The framework and other middleware have their say in Vary too. Node's appendHeader would write into the list that they
// gave: one that they give to every response would grow with every request.
function withOthers(others: ReturnType<NodeResponse['getHeader']>, value: string): string {
  return others === undefined ? value : [others, value].flat().join(', ')
}
