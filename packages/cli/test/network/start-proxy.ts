import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface TestProxy {
  url: string
  /** `127.0.0.1:<port>`, as messages name it. */
  host: string
  /** The hosts that clients asked for, with the method `CONNECT` for tunnels. */
  requests: string[]
}

/**
 * Starts a proxy on a free port until the test ends. Sends all connections to one server, whatever host they are for, so
 * that a host name without an address proves the use of the proxy.
 *
 * @param targetPort the port of the server on this machine
 * @param status the status of the proxy's own response, to refuse all connections
 */
export async function startProxy(targetPort: number, status = 200): Promise<TestProxy> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const proxy = http.createServer((request, response) => {
    const { method, url = '', headers } = request
    requests.push(`${String(method)} ${new URL(url).host}`)
    if (status !== 200) {
      response.writeHead(status).end('refused by the proxy')
      return
    }
    const { pathname, search } = new URL(url)
    const options = { host: '127.0.0.1', port: targetPort, method, path: pathname + search, headers }
    const forwarded = http.request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    forwarded.on('error', () => response.destroy())
    request.pipe(forwarded)
  })
  proxy.on('connect', ({ url = '' }, socket: Socket, head: Buffer) => {
    requests.push(`CONNECT ${url}`)
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    const tunnel = net.connect(targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      tunnel.write(head)
      tunnel.pipe(socket).pipe(tunnel)
    })
    for (const each of [socket, tunnel]) {
      sockets.add(each)
      each.on('error', () => socket.destroy())
    }
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.close()
    proxy.closeAllConnections()
    for (const socket of sockets) socket.destroy()
  })
  const host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`
  return { url: `http://${host}`, host, requests }
}
