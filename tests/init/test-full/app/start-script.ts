import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface StartedScript {
  /** Resolves when an HTTP server answers at a URL. */
  answers(url: string): Promise<void>
  output(): string
  /** Presses Ctrl-C, and resolves to whether the script and all its processes ended. */
  interrupt(): Promise<boolean>
}

/** Starts a script of `package.json` in a process group of its own, as a shell does. */
export function startScript(folder: string, script: string, env: Record<string, string>): StartedScript {
  const child = spawn('npm', ['run', script], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const exited = once(child, 'exit')
  // The streams close when the last process that writes to them has ended.
  const closed = once(child, 'close')
  const { pid } = child
  if (pid === undefined) throw new Error('npm could not be started')
  const signalGroup = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-pid, signal)
    } catch {
      // All its processes have ended.
    }
  }
  return {
    output: () => output,
    async answers(url) {
      while (child.exitCode === null) {
        const response = await fetch(url).catch(() => undefined)
        if (response?.ok) return
        await Promise.race([
          once(child.stdout, 'data'),
          exited,
          new Promise((resolve) => setTimeout(resolve, 500)),
        ])
      }
      throw new Error(`The script ended before ${url} answered:\n${output}`)
    },
    async interrupt() {
      signalGroup('SIGINT')
      const hasEnded = await Promise.race([
        closed.then(() => true),
        new Promise<boolean>((resolve) => setTimeout(resolve, 20_000, false).unref()),
      ])
      signalGroup('SIGKILL')
      return hasEnded
    },
  }
}
