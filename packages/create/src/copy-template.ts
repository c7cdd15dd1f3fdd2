import { cp, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TemplateName } from './templates.js'

const PACKAGE = fileURLToPath(new URL('.', import.meta.resolve('@secure-uploading/create/package.json')))

interface Manifest {
  name: string
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

/** Returns the version of this package, which all our packages share. */
export async function readVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(PACKAGE, 'package.json'), 'utf8'))
  return (manifest as { version: string }).version
}

/**
 * Copies a template into an empty folder, and names the project after the folder.
 *
 * @param folder an absolute path
 * @param packageManager runs the app in the script `dev:uploads`
 */
export async function copyTemplate(
  template: TemplateName,
  folder: string,
  packageManager: string,
): Promise<void> {
  await cp(path.join(PACKAGE, 'templates', template), folder, { recursive: true })
  // npm leaves .gitignore out of packages.
  await rename(path.join(folder, '_gitignore'), path.join(folder, '.gitignore'))
  const file = path.join(folder, 'package.json')
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest
  manifest.name = packageName(path.basename(folder))
  manifest.scripts['dev:uploads'] = `secure-uploading-emulator --port 0 -- ${packageManager} run dev`
  const version = `^${await readVersion()}`
  for (const dependencies of [manifest.dependencies, manifest.devDependencies]) {
    for (const name of Object.keys(dependencies)) {
      if (name.startsWith('@secure-uploading/')) dependencies[name] = version
    }
  }
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Turns the name of a folder into a name that npm accepts. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replaceAll(/[^a-z\d-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return name === '' ? 'app' : name
}
