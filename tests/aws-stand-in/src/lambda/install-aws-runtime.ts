import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { StartUpError } from '@secure-uploading/demo-kit'

const VERSION = '3.3.0'

/**
 * Installs AWS's runtime interface client into a temporary folder, or finds it there. Building its native part takes
 * about a minute and needs a compiler.
 *
 * @returns the path of the program
 * @throws {StartUpError} when the build fails.
 */
export async function installAwsRuntime(): Promise<string> {
  const folder = path.join(tmpdir(), `aws-lambda-ric-${VERSION}`)
  const program = path.join(folder, 'node_modules', 'aws-lambda-ric', 'bin', 'index.mjs')
  // Written last, so that an interrupted installation does not count as complete.
  const completeMarker = path.join(folder, 'complete')
  if (existsSync(completeMarker)) return program

  console.log(`Installing aws-lambda-ric ${VERSION} into ${folder}. Later runs reuse it.`)
  await mkdir(folder, { recursive: true })
  const npm = spawn('npm', ['install', '--no-save', '--no-audit', '--no-fund', `aws-lambda-ric@${VERSION}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const [exitCode] = (await once(npm, 'close')) as [number | null]
  if (exitCode === 0) {
    await writeFile(completeMarker, '')
    return program
  }
  throw new StartUpError(
    'Could not build aws-lambda-ric. Install a C++ compiler, make, cmake, autoconf, automake and libtool on Linux or macOS, or omit --runtime aws.',
  )
}
