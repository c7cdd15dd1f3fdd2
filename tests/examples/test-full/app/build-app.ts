import { existsSync } from 'node:fs'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { installTarballs } from '@secure-uploading/packed/install-tarballs'
import { runIn } from '@secure-uploading/packed/run-in'
import { inject } from 'vitest'
import type { Framework } from '../frameworks.js'

const PROJECTS = path.resolve(import.meta.dirname, '../../projects')
const EXAMPLES = path.resolve(import.meta.dirname, '../../../../packages/server/examples')

// npm and the commands of a framework run on the Node that the test provides.
const ENVIRONMENT = {
  PATH: `${inject('nodeFolder')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  ASTRO_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
}

export interface BuiltApp {
  folder: string
  /** Runs a script of its `package.json`. */
  run(script: string): Promise<string>
}

/** Copies a framework's project and its example into a temporary folder, installs the tarballs there with npm, and builds it. */
export async function buildApp({ name, findUser }: Framework): Promise<BuiltApp> {
  const folder = await mkdtemp(path.join(tmpdir(), `secure-uploading-${name}-`))
  await cp(path.join(PROJECTS, name), folder, { recursive: true })
  await cp(path.join(EXAMPLES, 'find-user.ts'), path.join(folder, findUser))
  const file = `${name}.ts`
  if (existsSync(path.join(EXAMPLES, file))) await cp(path.join(EXAMPLES, file), path.join(folder, file))
  else await cp(path.join(EXAMPLES, name), folder, { recursive: true })

  await installTarballs(folder, {}, ENVIRONMENT)
  const run = (script: string): Promise<string> => runIn(folder, 'npm', ['run', script], ENVIRONMENT)
  await run('build')
  return { folder, run }
}
