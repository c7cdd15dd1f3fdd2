import { once } from 'node:events'
import { open, type FileHandle } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import path from 'node:path'

/** A lock that the kernel releases when the process ends, however it ends. */
export interface Lock {
  release(): Promise<void>
}

/** The name of the lock in its folder. */
export const LOCK_NAME = 'lock'

/**
 * Holds the lock of a folder until it is released. The lock is a socket that accepts connections, so it works across
 * containers that share the folder.
 *
 * @returns `undefined` where the file system has no sockets. The folder then counts as unlocked.
 */
export async function holdLock(folder: string): Promise<Lock | undefined> {
  return withSocketPath(folder, async (socketPath) => {
    const server = createServer((socket) => socket.destroy())
    try {
      server.listen(socketPath)
      await once(server, 'listening')
    } catch {
      return undefined
    }
    server.unref()
    return {
      release: async () =>
        new Promise<void>((resolve) => {
          server.close(() => {
            resolve()
          })
        }),
    }
  })
}

/** Checks whether a process holds the lock of a folder. */
export async function isLockHeld(folder: string): Promise<boolean> {
  return withSocketPath(folder, async (socketPath) => {
    const socket = connect(socketPath)
    try {
      await once(socket, 'connect')
      return true
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      return code !== 'ECONNREFUSED' && code !== 'ENOENT'
    } finally {
      socket.destroy()
    }
  })
}

/** Calls a function with a short path of the socket, because the path of a socket is limited to about 100 bytes. */
async function withSocketPath<T>(folder: string, work: (socketPath: string) => Promise<T>): Promise<T> {
  if (process.platform === 'win32') return work(path.join('\\\\.\\pipe', folder, LOCK_NAME))
  if (process.platform !== 'linux') return work(path.join(folder, LOCK_NAME))
  const handle = await open(folder).catch((): FileHandle | undefined => undefined)
  try {
    return await work(handle ? `/proc/self/fd/${handle.fd}/${LOCK_NAME}` : path.join(folder, LOCK_NAME))
  } finally {
    await handle?.close()
  }
}
