import { once } from 'node:events'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface RawResponse {
  status: number
  headers: Headers
  text: string
}

/** Sends an HTTP/1.1 request byte by byte as given, and reads the response until the connection is closed. */
export async function sendRaw(
  serverUrl: string,
  head: readonly string[],
  body: string | Uint8Array = '',
): Promise<RawResponse> {
  const { hostname, port } = new URL(serverUrl)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(`${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n`)
  socket.write(body)
  const received = (await buffer(socket)).toString('latin1')
  const end = received.indexOf('\r\n\r\n')
  const [statusLine = '', ...headerLines] = received.slice(0, end).split('\r\n')
  const headers = new Headers(
    headerLines.map((line) => line.split(/:\s*(.*)/s).slice(0, 2) as [string, string]),
  )
  const text = Buffer.from(received.slice(end + 4), 'latin1').toString()
  return { status: Number(statusLine.split(' ')[1]), headers, text: decodeChunks(headers, text) }
}

function decodeChunks(headers: Headers, text: string): string {
  if (headers.get('Transfer-Encoding') !== 'chunked') return text
  return text.replace(/(?:^|\r\n)[0-9a-f]+\r\n/gi, '').replace(/\r\n$/, '')
}

/** Joins the lines of a body with CRLF. */
export const lines = (...list: readonly string[]): string => `${list.join('\r\n')}\r\n`

/** Returns the `Content-Length` header of a body. */
export const lengthOf = (body: string | Uint8Array): string => `Content-Length: ${Buffer.byteLength(body)}`
