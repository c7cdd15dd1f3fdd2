import type { EndpointAnswer } from '@secure-uploading/server'
import type { NextApiResponse } from 'next'

/** Sends the endpoint's answer, unless the app has answered itself: an `authorize` that redirected, say. */
export function sendAnswer(response: NextApiResponse, answer: EndpointAnswer): void {
  if (response.headersSent) return
  response.status(answer.status)
  for (const [name, value] of Object.entries(answer.headers)) {
    // Next has its say in Vary too.
    if (name === 'Vary') response.appendHeader(name, value)
    else response.setHeader(name, value)
  }
  response.end(answer.body)
}
