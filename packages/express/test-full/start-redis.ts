import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

export interface RunningRedis {
  /** Where it listens: a socket in a folder of its own, so that no port is taken. */
  socket: string
  close(): Promise<void>
}

/** Starts a Redis of its own; on Debian as root, installs Debian's when there is none. `undefined` elsewhere. */
export async function startRedis(): Promise<RunningRedis | undefined> {
  if (!(await hasRedis()) && !(await installRedisOnDebian())) return undefined

  const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-redis-'))
  const socket = path.join(folder, 'redis.sock')
  const redis = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder])
  const ended = new Promise<void>((resolve) => {
    redis.once('exit', () => {
      resolve()
    })
  })
  for await (const line of createInterface(redis.stdout)) {
    if (line.includes('ready to accept connections')) break
  }
  redis.stdout.resume()
  return {
    socket,
    async close() {
      redis.kill()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const run = promisify(execFile)

async function hasRedis(): Promise<boolean> {
  return run('redis-server', ['--version']).then(
    () => true,
    () => false,
  )
}

async function installRedisOnDebian(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update', '-qq'], { env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], { env })
  } catch {
    return false
  }
  return hasRedis()
}
