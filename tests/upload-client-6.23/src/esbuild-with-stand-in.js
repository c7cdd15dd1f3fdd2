import { createRequire } from 'node:module'
import path from 'node:path'

// By its path: vitest replaces the name "esbuild" with this file.
const esbuild = createRequire(import.meta.url)('esbuild')
const alias = {
  '@uploadcare/upload-client': path.join(
    import.meta.dirname,
    '../dist/@uploadcare/upload-client/browser.mjs',
  ),
}

/** Bundles with the stand-in in place of upload-client. */
export const build = (options) => esbuild.build({ ...options, alias: { ...alias, ...options.alias } })
