import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { explainPort } from '@secure-uploading/demo-kit'

const APP_FOLDER = path.resolve(import.meta.dirname, '..')
const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')

/**
 * Runs `next start` on 127.0.0.1 and waits until it serves.
 *
 * @param {number} port 0 selects a free port
 * @param {Record<string, string>} environment variables in addition to those of this process
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 * @throws {StartUpError} when the port is in use
 */
export async function startNext(port, environment) {
  const child = spawn(process.execPath, [NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
    cwd: APP_FOLDER,
    env: { ...process.env, ...environment, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })

  const url = await Promise.race([addressOf(child), ended.then(() => undefined)])
  if (url === undefined) {
    const error = new Error(`next start exited before it was ready: ${stderr.trim()}`)
    const code = /EADDRINUSE|EACCES/.exec(stderr)?.[0]
    explainPort(code ? Object.assign(error, { code }) : error, port, 'PORT')
  }
  // Once Next is ready, its stderr goes to the terminal.
  child.stderr.pipe(process.stderr)

  return {
    url,
    async close() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Reads the address from the output of Next, up to the line with "Ready". */
async function addressOf(child) {
  let url
  for await (const line of createInterface({ input: child.stdout })) {
    url ??= /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (line.includes('Ready')) break
  }
  child.stdout.resume()
  return url
}
