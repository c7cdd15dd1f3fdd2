import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

// Tests of several packages may want to install at the same time, which apt does not take.
const LOCK = path.join(tmpdir(), 'secure-uploading-apt.lock')

const INSTALL = `
  export DEBIAN_FRONTEND=noninteractive
  command -v "$0" || { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$0"; }
`

/**
 * Sees to it that a program is there that tests run beside them. On Debian as root it is installed when it is missing.
 *
 * @param {string} program which Debian's package is named after
 * @returns {Promise<boolean>} whether it is there
 * @throws {Error} when it is not, and `CI` is true
 */
export async function provideFromDebian(program) {
  if (await isThere(program)) return true
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    await run('flock', [LOCK, 'sh', '-c', INSTALL, program]).catch(() => undefined)
  }
  if (await isThere(program)) return true
  if (process.env['CI'] === 'true') throw new Error(`These tests need ${program}: install it`)
  return false
}

function isThere(program) {
  return run('sh', ['-c', 'command -v "$0"', program]).then(
    () => true,
    () => false,
  )
}
