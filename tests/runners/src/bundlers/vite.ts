import path from 'node:path'
import { build } from 'vite'
import { createPageFolder, type Bundler } from './bundler.js'

/** Bundles with Vite. */
export const bundleWithVite: Bundler = async (folder) => {
  const outDir = path.join(folder, 'vite-built')
  const root = await createViteRoot(folder)
  await build({ root, logLevel: 'silent', build: { outDir, emptyOutDir: true, minify: false } })
  return outDir
}

/** Creates a Vite project whose page is `page.js`. @returns its folder */
export const createViteRoot = async (folder: string): Promise<string> => createPageFolder(folder, 'module')
