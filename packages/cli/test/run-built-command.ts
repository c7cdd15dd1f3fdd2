import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { CliOptions, CliRun } from './cli-run.js'

// The script that npx runs.
const COMMAND = path.join(import.meta.dirname, '../bin/secure-uploading.js')

interface BuiltCommandOptions extends CliOptions {
  /** @default true */
  readsOutput?: boolean
}

/** Runs the built command in a separate process, with only the given environment. */
export async function runBuiltCommand(
  words: readonly string[],
  { env = {}, input = '', interruptWhen, readsOutput = true }: BuiltCommandOptions = {},
): Promise<CliRun> {
  const child = spawn(process.execPath, [COMMAND, ...words], { env: { PATH: process.env['PATH'], ...env } })
  child.stdin.end(input)
  if (!readsOutput) child.stdout.destroy()
  void interruptWhen?.then(() => child.kill('SIGINT'))
  const [stdout, stderr] = await Promise.all([
    readsOutput ? text(child.stdout) : '',
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code: child.exitCode, stdout, stderr }
}
