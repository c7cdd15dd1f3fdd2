import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { TARBALLS } from '../tarballs/tarballs.js'
import { runIn } from './run-in.js'

/**
 * Installs the dependencies of a project with npm: our packages from their tarballs, the others from the registry.
 *
 * @param folder the folder of its `package.json`, outside this workspace
 * @param dependencies dependencies to add to its `package.json`
 * @param env variables to add to npm's environment
 */
export async function installTarballs(
  folder: string,
  dependencies: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<void> {
  await dependOnTarballs(path.join(folder, 'package.json'), dependencies)
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  await runIn(folder, 'npm', ['install', ...options], env)
}

/** Points dependencies on our packages, including transitive ones, to their tarballs, because npm does not have these versions. */
async function dependOnTarballs(packageJson: string, dependencies: Record<string, string>): Promise<void> {
  const project = JSON.parse(await readFile(packageJson, 'utf8')) as { dependencies: Record<string, string> }
  Object.assign(project.dependencies, dependencies)
  const addTarball = (name: string): void => {
    const tarball = TARBALLS.find(({ manifest }) => manifest.name === name)
    if (tarball === undefined) throw new Error(`${packageJson} depends on ${name}, which is not published`)
    project.dependencies[name] = `file:${tarball.path}`
    for (const dependency of ourPackages(tarball.manifest.dependencies)) addTarball(dependency)
  }
  for (const name of ourPackages(project.dependencies)) addTarball(name)
  await writeFile(packageJson, JSON.stringify(project, null, 2))
}

const ourPackages = (dependencies: Record<string, string> = {}): string[] =>
  Object.keys(dependencies).filter((name) => name.startsWith('@secure-uploading/'))
