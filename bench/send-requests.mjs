import { once } from 'node:events'
import { connect } from 'node:net'

const REQUEST =
  'POST /api/upload-token HTTP/1.1\r\nHost: app.example\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n'

/**
 * Sends requests over a few connections, one at a time per connection. Only counts the bytes of each response, so that
 * the client costs little and the measurement is about the server.
 */
export async function sendRequests(port, count, connections = 16) {
  const responseBytes = await measureResponse(port)
  await Promise.all(
    Array.from({ length: connections }, () =>
      sendOverOneConnection(port, count / connections, responseBytes),
    ),
  )
}

async function sendOverOneConnection(port, count, responseBytes) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.setNoDelay(true)
  let received = 0
  let sent = 1
  socket.write(REQUEST)
  for await (const chunk of socket) {
    received += chunk.length
    if (received < sent * responseBytes) continue
    if (received > sent * responseBytes) throw new Error('The responses differ in length')
    if (sent >= count) break
    sent++
    socket.write(REQUEST)
  }
}

async function measureResponse(port) {
  const socket = connect(port, '127.0.0.1')
  socket.write(REQUEST)
  let text = ''
  for await (const chunk of socket) {
    text += chunk
    const [, head, length] = /^(HTTP\/1\.1 200.*?Content-Length: (\d+).*?\r\n\r\n)/is.exec(text) ?? []
    if (head !== undefined && text.length === head.length + Number(length)) return text.length
  }
  throw new Error(`The response contains no token: ${text}`)
}
