import { connect } from 'node:net'

/** Returns the origins at which a program listens already. */
export async function occupiedOrigins(origins: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    [...new Set(origins)].map(async (origin) => ((await isOccupied(new URL(origin))) ? [origin] : [])),
  )
  return found.flat()
}

function isOccupied({ hostname, port, protocol }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || (protocol === 'https:' ? 443 : 80)) })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}
