/** The files in which Vite looks for its configuration, in this order. */
export const VITE_CONFIGS = [
  'vite.config.js',
  'vite.config.mjs',
  'vite.config.ts',
  'vite.config.cjs',
  'vite.config.mts',
  'vite.config.cts',
]

/**
 * Adds a proxy for `/api` to the text of Vite's configuration. An object, because with a string Vite replaces the `Host` header, which
 * the token endpoint compares with the page's origin.
 *
 * @param target the URL of the server
 * @returns the same text if it has such a proxy, and `undefined` if the place was not found
 */
export function editViteConfig(text: string, target: string): string | undefined {
  if (/['"`]\^?\/api/.test(text)) return text
  const starts = [...text.matchAll(/(?:defineConfig\(\s*|export\s+default\s+)\{/g)]
  const [start] = starts
  if (start === undefined || starts.length > 1 || /\b(?:server|proxy)\s*:/.test(text)) return undefined
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const end = start.index + start[0].length
  const indentation = /^\r?\n([ \t]+)/.exec(text.slice(end))?.[1] ?? '  '
  return `${text.slice(0, end)}${newline}${indentation}server: { proxy: { '/api': { target: '${target}' } } },${text.slice(end)}`
}
