import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Bundles `page.js` of a consumer.
 *
 * @param require finds the packages of the workspace `tools/`
 * @returns the folder of the page, with an `index.html`
 */
export type Bundler = (folder: string, require: NodeJS.Require) => Promise<string>

/** Creates the folder of a page that loads `page.js`. */
export async function createPageFolder(folder: string, script: 'classic' | 'module'): Promise<string> {
  await mkdir(folder, { recursive: true })
  const type = script === 'module' ? ' type="module"' : ''
  await writeFile(path.join(folder, 'index.html'), `<!doctype html><script${type} src="/page.js"></script>`)
  return folder
}
