import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: string
}

export interface Answer {
  status: number | undefined
  headers: IncomingMessage['headers']
  text: string
}

/** Sends a request as a proxy does that ended TLS for https://app.example. Not `fetch`, because it sets headers. */
export async function sendThroughProxy(port: number, path: string, sent: Sent): Promise<Answer> {
  const { method = 'POST', headers = {}, body } = sent
  const forwarded = { Host: 'app.example', 'X-Forwarded-Host': 'app.example', 'X-Forwarded-Proto': 'https' }
  const sending = request({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: { ...forwarded, ...headers },
    agent: false,
  })
  sending.end(body)
  const [response] = (await once(sending, 'response')) as [IncomingMessage]
  return { status: response.statusCode, headers: response.headers, text: await text(response) }
}
