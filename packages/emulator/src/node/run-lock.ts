import { once } from 'node:events'
import { open } from 'node:fs/promises'
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
 * @returns `undefined` where the file system has no sockets.
 */
export async function holdLock(folder: string): Promise<Lock | undefined> {
  const socketPath = await shortPathOf(folder)
  const server = createServer((socket) => socket.destroy())
  try {
    server.listen(socketPath.path)
    await once(server, 'listening')
  } catch {
    await socketPath.close()
    return undefined
  }
  server.unref()
  return {
    async release() {
      // The server deletes the socket by its path, so the path must be valid until then.
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
      await socketPath.close()
    },
  }
}

/** Checks whether a process holds the lock of a folder. */
export async function isLockHeld(folder: string): Promise<boolean> {
  const socketPath = await shortPathOf(folder)
  const socket = connect(socketPath.path)
  try {
    await once(socket, 'connect')
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code !== 'ECONNREFUSED' && code !== 'ENOENT'
  } finally {
    socket.destroy()
    await socketPath.close()
  }
}

interface ShortPath {
  path: string
  close(): Promise<void>
}

/** Returns a short path of the socket, because the path of a socket is limited to about 100 bytes. */
async function shortPathOf(folder: string): Promise<ShortPath> {
  const plain = (socketPath: string): ShortPath => ({
    path: socketPath,
    close: async () => Promise.resolve(),
  })
  // The name of a pipe has no backslashes. Folders end in a UUID, also after they are renamed.
  if (process.platform === 'win32') return plain(`\\\\.\\pipe\\secure-uploading-${folder.slice(-36)}`)
  if (process.platform !== 'linux') return plain(path.join(folder, LOCK_NAME))
  const handle = await open(folder).catch(() => undefined)
  if (!handle) return plain(path.join(folder, LOCK_NAME))
  return { path: `/proc/self/fd/${handle.fd}/${LOCK_NAME}`, close: async () => handle.close() }
}
