import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { StartUpError } from '@secure-uploading/demo-kit'

const VERSION = '3.3.0'

/**
 * Finds AWS's own runtime interface client, or installs it into a temporary folder, where it stays for the next time.
 * Its native part is built on this machine: that takes a minute, and a compiler.
 *
 * @returns its program
 * @throws {StartUpError} when it cannot be built here.
 */
export async function installAwsRuntime(): Promise<string> {
  const folder = path.join(tmpdir(), `aws-lambda-ric-${VERSION}`)
  const program = path.join(folder, 'node_modules', 'aws-lambda-ric', 'bin', 'index.mjs')
  // Written at the end, so that an installation that was broken off is not taken for a whole one.
  const isWhole = path.join(folder, 'is-whole')
  if (existsSync(isWhole)) return program

  console.log(`Installing aws-lambda-ric ${VERSION} into ${folder}, once.`)
  await mkdir(folder, { recursive: true })
  const npm = spawn('npm', ['install', '--no-save', '--no-audit', '--no-fund', `aws-lambda-ric@${VERSION}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const [exitCode] = (await once(npm, 'close')) as [number | null]
  if (exitCode === 0) {
    await writeFile(isWhole, '')
    return program
  }
  throw new StartUpError(
    'aws-lambda-ric could not be built. It needs Linux or macOS, a C++ compiler, make, cmake, autoconf, automake and libtool.',
  )
}
