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
 * @param {number} port 0 takes a free one
 * @param {Record<string, string>} environment besides this process's own
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 * @throws {StartUpError} when the port is taken
 */
export async function startNext(port, environment) {
  const child = spawn(process.execPath, [NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
    cwd: APP_FOLDER,
    env: { ...process.env, ...environment, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })

  const url = await Promise.race([addressOf(child), ended.then(() => undefined)])
  if (url === undefined) {
    const error = new Error(`next start ended at once: ${complaints.trim()}`)
    const code = /EADDRINUSE|EACCES/.exec(complaints)?.[0]
    explainPort(code ? Object.assign(error, { code }) : error, port, 'PORT')
  }
  // From here on, what Next has to say is for the reader.
  child.stderr.pipe(process.stderr)

  return {
    url,
    async close() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Reads the address from what Next prints, up to the line that says it is ready. */
async function addressOf(child) {
  let url
  for await (const line of createInterface({ input: child.stdout })) {
    url ??= /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (line.includes('Ready')) break
  }
  child.stdout.resume()
  return url
}
