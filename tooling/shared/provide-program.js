import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

// Tests of several packages may install at the same time, which apt does not support.
const LOCK = path.join(tmpdir(), 'secure-uploading-apt.lock')

const INSTALL = `
  export DEBIAN_FRONTEND=noninteractive
  command -v "$0" || { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$0"; }
`

/**
 * Looks for a program that tests start. If it is missing, installs it with `CI=true` on Debian as root; otherwise prints that it
 * is missing and installs nothing.
 *
 * @param {string} program also the name of its Debian package
 * @returns {Promise<boolean>} whether it is available
 * @throws {Error} with `CI=true`, when it is not available
 */
export async function provideProgram(program) {
  if (await isAvailable(program)) return true
  if (process.env['CI'] !== 'true') {
    console.warn(`${program} is not installed, so its tests are skipped. Install ${program} to run them.`)
    return false
  }
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    await run('flock', [LOCK, 'sh', '-c', INSTALL, program]).catch(() => undefined)
  }
  if (await isAvailable(program)) return true
  throw new Error(`These tests need ${program}, which is not installed. Install it.`)
}

function isAvailable(program) {
  return run('sh', ['-c', 'command -v "$0"', program]).then(
    () => true,
    () => false,
  )
}
