import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'
import { ENVIRONMENT } from './environment.js'

const PRELOADED = pathToFileURL(path.join(import.meta.dirname, 'listen-on-free-port.mjs')).href

export interface StartedApp {
  port: number
  /** Returns the output of the app until now. */
  output(): string
  close(): Promise<void>
}

/** Starts a built app behind a proxy that serves it as https://app.example. */
export async function startApp(
  folder: string,
  start: readonly string[],
  secrets: Record<string, string>,
): Promise<StartedApp> {
  const child = spawn(path.join(inject('nodeFolder'), 'node'), ['--import', PRELOADED, ...start], {
    cwd: folder,
    // ORIGIN is for SvelteKit. PORT is not used, but without it react-router-serve listens on another port first.
    env: { ...process.env, ...ENVIRONMENT, ...secrets, ORIGIN: 'https://app.example', PORT: '3000' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const exited = once(child, 'exit')
  const port = await Promise.race([
    once(child, 'message').then(([message]) => Number(message)),
    exited.then(() => {
      throw new Error(`The app exited before it listened:\n${output}`)
    }),
  ])
  return {
    port,
    output: () => output,
    async close() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
