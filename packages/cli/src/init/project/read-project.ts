import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from '../../usage-error.js'
import { isJsonObject, stringsOf, type JsonObject } from '../json/json-object.js'
import type { FrontEnd, Project } from './project.js'

/**
 * Reads the app in a folder.
 *
 * @throws {UsageError} if the folder has no valid `package.json`
 */
export function readProject(directory: string): Project {
  const read = (file: string): string | undefined => readTextFile(path.join(directory, file))
  const manifestText = read('package.json')
  if (manifestText === undefined) {
    throw new UsageError(
      `There is no package.json in ${directory}. Run the command in the folder of your app, or create one with: npm create @secure-uploading`,
    )
  }
  const manifest = parseManifest(manifestText, path.join(directory, 'package.json'))
  const dependencies = new Set(
    Object.keys({ ...stringsOf(manifest['dependencies']), ...stringsOf(manifest['devDependencies']) }),
  )
  return {
    directory,
    manifest,
    manifestText,
    dependencies,
    scripts: stringsOf(manifest['scripts']),
    usesTypeScript: read('tsconfig.json') !== undefined,
    usesModules: manifest['type'] === 'module',
    frontEnd: findFrontEnd(dependencies),
    read,
    hasFolder: (folder) =>
      statSync(path.join(directory, folder), { throwIfNoEntry: false })?.isDirectory() === true,
  }
}

function findFrontEnd(dependencies: ReadonlySet<string>): FrontEnd {
  if (dependencies.has('svelte')) return 'svelte'
  if (dependencies.has('vue') || dependencies.has('nuxt')) return 'vue'
  return dependencies.has('react') ? 'react' : 'none'
}

function parseManifest(text: string, file: string): JsonObject {
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (isJsonObject(manifest)) return manifest
  } catch {
    // Reported below.
  }
  throw new UsageError(`${file} is not valid JSON. Correct it, and run the command again.`)
}

function readTextFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined
    throw error
  }
}
