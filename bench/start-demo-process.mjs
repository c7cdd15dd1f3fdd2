import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const DEMO = new URL('.', import.meta.resolve('@secure-uploading/demo-express/package.json'))

/**
 * Starts the Express demo with its emulator in a separate process, on free ports.
 *
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function startDemoProcess() {
  const child = spawn(process.execPath, [fileURLToPath(new URL('dist/server/main.js', DEMO))], {
    env: { ...process.env, PORT: '0', EMULATOR_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    output += text
    if (output.includes('Ctrl-C')) break
  }
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
  if (url === undefined) throw new Error(`The demo did not start: ${output}`)
  return { url, close: () => child.kill() }
}
