import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Listens, and tells the URL.
 *
 * @throws {Error} with one clear line, when the port is taken or may not be used.
 */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(explain(error, port, host), { cause: error }))
    })
    server.listen(port, host, resolve)
  })
  const { address, port: actualPort, family } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${actualPort}`
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken: give another one, or 0 for any free one.`
  if (error.code === 'EACCES') return `Port ${port} on ${host} may not be used: give one above 1023.`
  return `Could not listen on ${host}, port ${port}: ${error.message}`
}
