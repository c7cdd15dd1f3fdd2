import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { provideProgram } from './provide-program.js'

/**
 * @typedef {object} RunningRedis
 * @property {string} socket the Unix socket that it listens on; it uses no port
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} start starts it again after `stop`, without data
 * @property {() => Promise<void>} close stops it and removes its folder
 */

/**
 * Starts a separate Redis server for tests.
 *
 * @param {{ password?: string }} [options]
 * @returns {Promise<RunningRedis | undefined>} `undefined` when Redis is not available
 * @throws {Error} with `CI=true`, when Redis is not available
 */
export async function startRedis({ password } = {}) {
  if (!(await provideProgram('redis-server'))) return undefined
  const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-redis-'))
  const socket = path.join(folder, 'redis.sock')
  const options = ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder]
  if (password !== undefined) options.push('--requirepass', password)
  let redis = await launch(options)

  async function stop() {
    if (redis.exitCode !== null) return
    redis.kill()
    await once(redis, 'exit')
  }

  return {
    socket,
    stop,
    async start() {
      redis = await launch(options)
    },
    async close() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function launch(options) {
  const redis = spawn('redis-server', options)
  for await (const line of createInterface(redis.stdout)) {
    if (line.includes('ready to accept connections')) break
  }
  redis.stdout.resume()
  return redis
}
