import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/**
 * Starts the Upload API behind a line with a round trip of 50 ms, in a separate process.
 *
 * @param {string} emulatorUrl
 * @param {'1.1' | '2'} version of HTTP
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function startDelayedLine(emulatorUrl, version) {
  const child = fork(path.join(import.meta.dirname, 'delay-server-process.mjs'), [emulatorUrl, version])
  const [url] = await once(child, 'message')
  return { url, close: () => child.disconnect() }
}
