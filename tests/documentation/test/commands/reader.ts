import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { ALL_PACKAGES_FOLDER } from '@secure-uploading/packed'

const RESULTS = path.resolve(import.meta.dirname, '../../test-results')

export interface Run {
  exitCode: number | null
  stdout: string
  stderr: string
}

/** A reader who pastes commands into a shell, in a folder with the packages and an image. */
export interface Reader {
  readonly folder: string
  write(file: string, content: string | Uint8Array): void
  /** Runs commands until they end. */
  run(commands: string, env?: Record<string, string>): Promise<Run>
  /** Starts commands that run until the reader leaves. Resolves to the first match in their output. */
  start(commands: string, ready: RegExp, env?: Record<string, string>): Promise<RegExpExecArray>
  leave(): Promise<void>
}

/** Creates a reader. `npx` and the installed commands are those of this repository, so nothing is downloaded. */
export function createReader(): Reader {
  mkdirSync(RESULTS, { recursive: true })
  const folder = mkdtempSync(path.join(RESULTS, 'reader-'))
  symlinkSync(path.join(ALL_PACKAGES_FOLDER, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  const write: Reader['write'] = (file, content) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), content)
  }
  for (const [name, script] of Object.entries(PROGRAMS)) {
    write(`bin/${name}`, `#!/bin/sh\n${script}\n`)
    chmodSync(path.join(folder, 'bin', name), 0o755)
  }
  const started: ChildProcess[] = []

  const startShell = (commands: string, env: Record<string, string>): ChildProcess =>
    spawn('sh', ['-e', '-c', commands], {
      cwd: folder,
      env: {
        PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
        HOME: folder,
        PACKAGES: path.join(ALL_PACKAGES_FOLDER, 'node_modules/@secure-uploading'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // One signal reaches all processes of the shell.
      detached: true,
    })

  return {
    folder,
    write,
    async run(commands, env = {}) {
      const child = startShell(commands, env)
      const { stdout, stderr } = child
      if (!stdout || !stderr) throw new Error('The shell has no output')
      const [out, err] = await Promise.all([text(stdout), text(stderr), once(child, 'close')])
      return { exitCode: child.exitCode, stdout: out, stderr: err }
    },
    async start(commands, ready, env = {}) {
      const child = startShell(commands, env)
      started.push(child)
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
      }
      for (;;) {
        const match = ready.exec(output)
        if (match) return match
        if (child.exitCode !== null) throw new Error(`The commands ended:\n${output}`)
        await Promise.race([child.stdout && once(child.stdout, 'data'), once(child, 'exit')])
      }
    },
    async leave() {
      for (const child of started) {
        const closed = once(child, 'close')
        if (child.exitCode === null && child.pid !== undefined) {
          process.kill(-child.pid, 'SIGTERM')
          await closed
        }
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const PROGRAMS = {
  'secure-uploading': 'exec node "$PACKAGES/cli/bin/secure-uploading.js" "$@"',
  npx: `case "$1" in
  @secure-uploading/cli) shift; exec secure-uploading "$@" ;;
  @secure-uploading/emulator) shift; exec node "$PACKAGES/emulator/bin/secure-uploading-emulator.js" "$@" ;;
  *) echo "npx would download $1" >&2; exit 1 ;;
esac`,
}
