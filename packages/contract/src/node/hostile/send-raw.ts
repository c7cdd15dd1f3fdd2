import { connect } from 'node:net'

/**
 * Sends bytes to a port of this machine. Returns the received bytes when the connection is closed or reset. The connection
 * of an unfinished request is ended by the client, and Node then drops its answer.
 */
export async function sendRaw(port: number, bytes: string, isUnfinished = false): Promise<string> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(port, '127.0.0.1')
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => (received += text))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      resolve(received)
    })
    socket.write(bytes)
    if (isUnfinished) socket.end()
  })
}
