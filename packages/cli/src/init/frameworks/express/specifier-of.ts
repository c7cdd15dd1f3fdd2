import type { Project } from '../../project/project.js'
import type { Entry } from './find-entry.js'

/**
 * Returns how the entry imports a file beside it: with the extension that its other imports have, or that its runtime needs.
 *
 * @param name without extension
 */
export function specifierOf(
  { path, text }: Entry,
  name: string,
  { usesModules, scripts, read }: Project,
): string {
  const extension = /\.([cm]?[jt]s)$/.exec(path)?.[1] ?? 'js'
  if (!extension.endsWith('ts')) return `./${name}.${extension}`
  const compiled = extension.replace('ts', 'js')
  const used = /(?:from|import|require\()\s*['"]\.{1,2}\/[^'"]*?(?<extension>\.[cm]?[jt]s)?['"]/.exec(text)
  if (used) return `./${name}${used.groups?.['extension'] ?? ''}`
  const runsTypeScript = Object.values(scripts).some(
    (script) => /\bnode\b[^&|;]*\.[cm]?ts\b/.test(script) && !/tsx|ts-node/.test(script),
  )
  const allowsTypeScript = /"(?:allowImportingTsExtensions|rewriteRelativeImportExtensions)"\s*:\s*true/.test(
    read('tsconfig.json') ?? '',
  )
  if (runsTypeScript || allowsTypeScript) return `./${name}.${extension}`
  return usesModules || extension !== 'ts' ? `./${name}.${compiled}` : `./${name}`
}
