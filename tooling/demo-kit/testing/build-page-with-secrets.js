import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { FAKE_SECRETS } from './fake-secrets.js'

const run = promisify(execFile)

/**
 * Builds the Vite page of a demo as its `build` script does, with secrets in the environment.
 *
 * @param {string} appFolder
 * @returns {Promise<string>} the output folder, which the caller must remove
 */
export async function buildPageWithSecrets(appFolder) {
  const require = createRequire(path.join(appFolder, 'package.json'))
  const vite = path.join(path.dirname(require.resolve('vite/package.json')), 'bin/vite.js')
  const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-page-'))
  await run(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], {
    cwd: appFolder,
    env: { ...process.env, ...FAKE_SECRETS },
  })
  return folder
}
