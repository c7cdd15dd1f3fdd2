import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { MADE_UP_SECRETS } from '@secure-uploading/demo-kit/testing'

const APP = path.resolve(import.meta.dirname, '..')
const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')
const DIST = '.next/with-secrets'

/**
 * Builds the app beside what is built already, with secrets in the environment.
 *
 * @returns a folder with what browsers can load of it without asking the app's code, for the caller to remove
 */
export async function buildWithSecrets(): Promise<string> {
  // Next writes the folder of the build into it.
  const types = path.join(APP, 'next-env.d.ts')
  const typesBefore = await readFile(types)
  const forBrowsers = await mkdtemp(path.join(tmpdir(), 'secure-uploading-next-'))
  try {
    await promisify(execFile)(process.execPath, [NEXT, 'build'], {
      cwd: APP,
      env: {
        ...process.env,
        ...MADE_UP_SECRETS,
        NODE_ENV: 'production',
        NEXT_DIST_FOLDER: DIST,
        NEXT_TELEMETRY_DISABLED: '1',
      },
    })
    await cp(path.join(APP, DIST, 'static'), path.join(forBrowsers, 'static'), { recursive: true })
    // Pages that were rendered by the build, if there are any.
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
