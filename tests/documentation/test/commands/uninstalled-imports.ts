const CODE = /^```(?:tsx?|vue|svelte)\n(?<code>[\s\S]*?)^```$/gm
const IMPORT = /from '(?<name>@secure-uploading\/[\w-]+)/g

/**
 * Returns our packages that the examples of a document import, and that its commands do not install: package managers such as pnpm
 * refuse such imports.
 */
export function uninstalledImports(markdown: string): string[] {
  const installed = [...markdown.matchAll(/^ *npm install .*$/gm)].join(' ').split(' ')
  const code = Array.from(markdown.matchAll(CODE), ({ groups }) => groups?.['code'] ?? '').join('\n')
  const imported = Array.from(code.matchAll(IMPORT), ({ groups }) => groups?.['name'] ?? '')
  return [...new Set(imported)].filter((name) => !installed.includes(name))
}
