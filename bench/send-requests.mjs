import { once } from 'node:events'
import { connect } from 'node:net'

const REQUEST =
  'POST /api/upload-token HTTP/1.1\r\nHost: app.example\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n'

/**
 * Sends requests over a few connections, the next one of a connection when its answer is there. It reads no more of an
 * answer than its length, so that the server is what is measured.
 */
export async function sendRequests(port, count, connections = 16) {
  const answerBytes = await bytesOfAnswer(port)
  await Promise.all(
    Array.from({ length: connections }, () => sendOver(port, count / connections, answerBytes)),
  )
}

async function sendOver(port, count, answerBytes) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.setNoDelay(true)
  let received = 0
  let sent = 1
  socket.write(REQUEST)
  for await (const chunk of socket) {
    received += chunk.length
    if (received < sent * answerBytes) continue
    if (received > sent * answerBytes) throw new Error('The answers differ in length')
    if (sent >= count) break
    sent++
    socket.write(REQUEST)
  }
}

async function bytesOfAnswer(port) {
  const socket = connect(port, '127.0.0.1')
  socket.write(REQUEST)
  let text = ''
  for await (const chunk of socket) {
    text += chunk
    const [, head, length] = /^(HTTP\/1\.1 200.*?Content-Length: (\d+).*?\r\n\r\n)/is.exec(text) ?? []
    if (head !== undefined && text.length === head.length + Number(length)) return text.length
  }
  throw new Error(`The server did not answer with a token: ${text}`)
}
