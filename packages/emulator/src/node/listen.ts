import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Starts to listen.
 *
 * @returns the URL of the server.
 * @throws {Error} with a one-line message when the port is taken or not permitted.
 */
export async function listen(
  server: Server,
  port: number,
  host: string,
  scheme: 'http' | 'https' = 'http',
): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(explain(error, port, host), { cause: error }))
    })
    server.listen(port, host, resolve)
  })
  const { address, port: actualPort, family } = server.address() as AddressInfo
  return `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${actualPort}`
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use. Choose another port, or 0 for a free one.`
  if (error.code === 'EACCES')
    return `Port ${port} on ${host} requires more permissions. Choose a port above 1023.`
  return `Could not listen on ${host}, port ${port}: ${error.message}`
}
