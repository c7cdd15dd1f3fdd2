import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { installTarballs } from '@secure-uploading/packed/install-tarballs'
import { runIn } from '@secure-uploading/packed/run-in'
import type { Framework } from '../frameworks.js'
import { ENVIRONMENT } from './environment.js'

const PROJECTS = path.resolve(import.meta.dirname, '../../projects')
const EXAMPLES = path.resolve(import.meta.dirname, '../../../../packages/server/examples')

/**
 * Creates an app: copies a framework's project and its example, installs the tarballs with npm, and builds it.
 *
 * @param folder an empty folder outside this workspace
 */
export async function buildApp(folder: string, framework: Framework): Promise<void> {
  const { project, dependencies, findUser } = framework
  await cp(path.join(PROJECTS, project), folder, { recursive: true })
  await cp(path.join(EXAMPLES, 'find-user.ts'), path.join(folder, findUser))
  const file = `${project}.ts`
  if (existsSync(path.join(EXAMPLES, file))) await cp(path.join(EXAMPLES, file), path.join(folder, file))
  else await cp(path.join(EXAMPLES, project), folder, { recursive: true })

  await installTarballs(folder, dependencies, ENVIRONMENT)
  await runScript(folder, 'build')
}

/**
 * Runs a script of an app's `package.json`.
 *
 * @throws {Error} with its output when it fails
 */
export async function runScript(folder: string, script: 'build' | 'check'): Promise<void> {
  await runIn(folder, 'npm', ['run', script], ENVIRONMENT)
}
