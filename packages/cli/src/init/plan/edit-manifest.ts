import { isJsonObject, stringsOf, type JsonObject } from '../json/json-object.js'
import type { Project } from '../project/project.js'

export interface ManifestAdditions {
  dependencies: Readonly<Record<string, string>>
  devDependencies: Readonly<Record<string, string>>
  scripts: Readonly<Record<string, string>>
}

/**
 * Adds packages and scripts to the text of `package.json`. Keeps its indentation and line endings, the order of its keys, and every
 * package and script that is there already.
 */
export function editManifest(
  { manifest, manifestText, dependencies }: Project,
  additions: ManifestAdditions,
): string {
  const isMissing = ([name]: [string, string]): boolean => !dependencies.has(name)
  const edited: JsonObject = { ...manifest }
  const scripts = { ...additions.scripts, ...stringsOf(manifest['scripts']) }
  if (Object.keys(scripts).length > 0) edited['scripts'] = { ...objectOf(manifest['scripts']), ...scripts }
  for (const key of ['dependencies', 'devDependencies'] as const) {
    const missing = Object.fromEntries(Object.entries(additions[key]).filter(isMissing))
    if (Object.keys(missing).length > 0) edited[key] = sorted({ ...objectOf(manifest[key]), ...missing })
  }
  return JSON.stringify(edited) === JSON.stringify(manifest) ? manifestText : format(edited, manifestText)
}

const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {})

// As npm sorts them: independent of the locale.
const sorted = (packages: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1)))

function format(manifest: JsonObject, before: string): string {
  const indentation = /^[{]\r?\n([ \t]+)/.exec(before.replace(/^\uFEFF/, ''))?.[1] ?? '  '
  const newline = before.includes('\r\n') ? '\r\n' : '\n'
  const end = /\s*$/.exec(before)?.[0] ?? ''
  const bom = before.startsWith('\uFEFF') ? '\uFEFF' : ''
  return bom + JSON.stringify(manifest, null, indentation).replaceAll('\n', newline) + end
}
