import type { Project } from '../../project/project.js'
import { stringsOf } from '../../json/json-object.js'
import { APP } from './edit-entry.js'

const NAMES = ['server', 'app', 'index', 'main']
const FOLDERS = ['', 'src/', 'server/', 'src/server/', 'api/', 'backend/']
const EXTENSIONS = ['ts', 'mts', 'js', 'mjs', 'cjs']
const SCRIPTS = ['dev', 'dev:server', 'server', 'start']

export interface Entry {
  path: string
  text: string
}

/**
 * Finds the file that creates the Express app: first those that the scripts and `main` name, then the usual names. Output folders
 * are left out.
 */
export function findEntry({ manifest, scripts, read }: Project): Entry | undefined {
  const named = [...SCRIPTS.map((name) => scripts[name] ?? ''), stringsOf(manifest)['main'] ?? '']
    .flatMap((text) => text.split(/[\s"'&|;=]+/))
    .filter(
      (word) => /^(?:\.\/)?[\w./-]+\.[cm]?[jt]s$/.test(word) && !/(?:^|\/)(?:dist|build|out)\//.test(word),
    )
    .map((word) => word.replace(/^\.\//, ''))
  const usual = FOLDERS.flatMap((folder) =>
    NAMES.flatMap((name) => EXTENSIONS.map((extension) => `${folder}${name}.${extension}`)),
  )
  for (const path of new Set([...named, ...usual])) {
    const text = path.startsWith('../') ? undefined : read(path)
    if (text !== undefined && APP.test(text)) return { path, text }
  }
  return undefined
}
