import { ENDPOINT_PATH } from '../framework.js'
import type { ModuleStyle } from '../import-or-require.js'

/** The line that creates the app. */
export const APP =
  /^(?<indent>[ \t]*)(?:export\s+)?(?:const|let|var)\s+(?<app>\w+)(?:\s*:\s*[\w.]+)?\s*=\s*express\(\s*\)\s*;?[ \t]*(?:\/\/.*)?$/m

const IMPORT_EXPRESS =
  /^(?:import\b[^;\n]*?from\s*['"]express['"]|(?:const|let|var)\s+[\w{}\s,:]+=\s*require\(\s*['"]express['"]\s*\)).*$/m

/** Returns whether a file imports or requires. A file that does neither is not recognized. */
export function moduleStyleOf(text: string): ModuleStyle | undefined {
  const line = IMPORT_EXPRESS.exec(text)?.[0]
  if (line === undefined) return undefined
  return line.startsWith('import') ? 'import' : 'require'
}

/**
 * Mounts the endpoint in the text of the file that creates the app: after its middlewares, such as sessions, and before its first
 * route.
 *
 * @param specifier of the file that exports `uploadToken`
 * @returns `undefined` if the place was not found
 */
export function editEntry(text: string, specifier: string): string | undefined {
  if (text.includes('@secure-uploading/express') || text.includes(specifier)) return text
  const style = moduleStyleOf(text)
  const created = APP.exec(text)
  const { indent = '', app } = created?.groups ?? {}
  if (style === undefined || created === null || app === undefined) return undefined
  // Two apps in one file: the right one is unknown.
  if (text.match(new RegExp(APP.source, 'gm'))?.length !== 1) return undefined

  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const end = text.includes(';') ? ';' : ''
  const afterCreation = created.index + created[0].length
  const rest = text.slice(afterCreation)
  const place = firstRoute(app, indent).exec(rest)?.index
  const mount = `${indent}${app}.all('${ENDPOINT_PATH}', uploadToken)${end}`
  const mounted =
    place === undefined
      ? `${text.slice(0, afterCreation)}${newline}${mount}${rest}`
      : `${text.slice(0, afterCreation)}${rest.slice(0, place)}${mount}${newline}${newline}${rest.slice(place)}`
  const imported =
    style === 'import'
      ? `import { uploadToken } from '${specifier}'${end}`
      : `const { uploadToken } = require('${specifier}')${end}`
  return mounted.replace(IMPORT_EXPRESS, (line) => {
    const carriageReturn = line.endsWith('\r') ? '\r' : ''
    return `${line.trimEnd()}${newline}${imported}${carriageReturn}`
  })
}

/** A function with two parameters calls no `next`, and one with four handles errors: both are the last of an app. */
const LAST_FUNCTION = String.raw`(?:async\s+)?(?:function\b\s*\w*\s*)?\(\s*[^,()]+(?:,[^,()]+|(?:,[^,()]+){3})\)`

/** Matches the line of the first route, or of the end of the set-up, at the indentation of the app. */
const firstRoute = (app: string, indent: string): RegExp =>
  new RegExp(
    `^${indent}(?:` +
      [
        // A block that serves files in production or with Vite.
        `if\\s*\\([^\\n]*\\n(?:${indent}[ \\t]+[^\\n]*\\n)*?${indent}[ \\t]+[^\\n]*(?:express\\.static|\\.middlewares)\\b`,
        `${app}\\s*\\.\\s*(?:get|post|put|patch|delete|all|route|listen)\\(`,
        // A router below a path, static files, Vite, and functions that end requests.
        `${app}\\s*\\.\\s*use\\(\\s*(?:['"\`/]|express\\.static|\\w+\\.middlewares\\b|${LAST_FUNCTION})`,
        `.*\\b${app}\\.listen\\(`,
        `.*\\bcreateServer\\(.*\\b${app}\\b`,
        `export\\s+(?:default\\s+${app}|\\{)`,
        `module\\.exports`,
        `return\\s+${app}\\b`,
      ].join('|') +
      ')',
    'm',
  )
