import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/**
 * Starts an emulator in a separate process.
 *
 * @returns {Promise<{ url: string, reset: () => Promise<void>, close: () => void }>}
 */
export async function startEmulatorProcess() {
  const child = fork(path.join(import.meta.dirname, 'emulator-process.mjs'))
  const [url] = await once(child, 'message')
  return {
    url,
    async reset() {
      child.send('reset')
      await once(child, 'message')
    },
    close: () => child.disconnect(),
  }
}
