import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/**
 * Runs a command in a folder.
 *
 * @returns its standard output
 * @throws {Error} with both outputs as the message, when the command fails
 */
export async function runIn(
  folder: string,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const shell = process.platform === 'win32'
  const running = promisify(execFile)(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    shell,
    maxBuffer: 64 * 1024 * 1024,
  })
  return running.then(
    ({ stdout }) => stdout,
    (error: unknown) => {
      const { stdout, stderr } = error as { stdout: string; stderr: string }
      throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error })
    },
  )
}
