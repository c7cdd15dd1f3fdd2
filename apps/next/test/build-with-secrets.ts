import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { FAKE_SECRETS } from '@secure-uploading/demo-kit/testing'

const APP = path.resolve(import.meta.dirname, '..')
const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')
const DIST = '.next/with-secrets'

/**
 * Builds the app into a separate folder, with secrets in the environment.
 *
 * @returns a folder with the static files for browsers, which the caller must remove
 */
export async function buildWithSecrets(): Promise<string> {
  // Next writes the name of the output folder into this file, so it is restored afterwards.
  const types = path.join(APP, 'next-env.d.ts')
  const typesBefore = await readFile(types)
  const forBrowsers = await mkdtemp(path.join(tmpdir(), 'secure-uploading-next-'))
  try {
    await promisify(execFile)(process.execPath, [NEXT, 'build'], {
      cwd: APP,
      env: {
        ...process.env,
        ...FAKE_SECRETS,
        NODE_ENV: 'production',
        NEXT_DIST_FOLDER: DIST,
        NEXT_TELEMETRY_DISABLED: '1',
      },
    })
    await cp(path.join(APP, DIST, 'static'), path.join(forBrowsers, 'static'), { recursive: true })
    // Prerendered pages, if any.
    await cp(path.join(APP, DIST, 'server/app'), path.join(forBrowsers, 'app'), {
      recursive: true,
      filter: (source) => !/\.(js|map|json)$/.test(source),
    })
  } finally {
    await writeFile(types, typesBefore)
    await rm(path.join(APP, DIST), { recursive: true, force: true })
  }
  return forBrowsers
}
