import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface DemoProcess {
  /** The address that the demo printed. */
  url: string
  emulatorUrl: string
  /** The output on stderr so far. */
  readonly stderr: string
  /** Sends a signal and resolves to the exit code. */
  stop: (signal?: 'SIGINT' | 'SIGTERM') => Promise<number | null>
}

/** A demo that exited before it was ready. */
export interface FailedDemo {
  exitCode: number | null
  stderr: string
}

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))

/** Starts the demo in a separate process, as its users do. Uses free ports by default. */
export async function startDemoProcess(environment: Record<string, string> = {}): Promise<DemoProcess> {
  const started = await tryDemoProcess(environment)
  if ('url' in started) return started
  throw new Error(`The demo did not start: ${started.stderr}`)
}

/** Starts the demo. @returns the exit code and stderr when it exits before it is ready */
export function tryDemoProcess(environment: Record<string, string>): Promise<DemoProcess | FailedDemo> {
  const demo = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], PORT: '0', EMULATOR_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise<number | null>((resolve) => demo.once('exit', resolve))
  let stdout = ''
  let stderr = ''
  demo.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))

  return new Promise((resolve) => {
    demo.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      const [url, emulatorUrl] = stdout.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? []
      if (!url || !stdout.includes('Ctrl-C')) return
      resolve({
        url,
        emulatorUrl: emulatorUrl ?? '',
        get stderr() {
          return stderr
        },
        stop: (signal = 'SIGTERM') => {
          demo.kill(signal)
          return exited
        },
      })
    })
    void exited.then((exitCode) => {
      resolve({ exitCode, stderr })
    })
  })
}
