import type { EndpointAnswer } from '@secure-uploading/server'
import type { Response } from 'express'

/** Sends the endpoint's answer, unless the app has answered itself. */
export function sendAnswer(response: Response, answer: EndpointAnswer): void {
  // An `authorize` that redirected has answered already, and a second answer would end the process under Express 4.
  if (response.headersSent) return
  response.statusCode = answer.status
  for (const [name, value] of Object.entries(answer.headers)) {
    // Other middleware has its say in Vary too. Where there is none, setHeader is much faster.
    if (name === 'Vary' && response.hasHeader(name)) response.appendHeader(name, value)
    else response.setHeader(name, value)
  }
  response.end(answer.body)
}
