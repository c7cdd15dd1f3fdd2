import path from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { createPageFolder, type Bundler } from './bundler.js'

const bundleWithEsbuild =
  (name: string, options: BuildOptions): Bundler =>
  async (folder) => {
    const output = await createPageFolder(path.join(folder, name), 'module')
    await build({
      entryPoints: [path.join(folder, 'page.js')],
      bundle: true,
      format: 'esm',
      logLevel: 'silent',
      outdir: output,
      ...options,
    })
    return output
  }

/** Bundles with esbuild for browsers, with chunks. */
export const bundleWithEsbuildForBrowsers = bundleWithEsbuild('esbuild-browser', {
  platform: 'browser',
  splitting: true,
})

/** Bundles with esbuild for no platform, which ignores the field `browser`, into one file. */
export const bundleWithEsbuildForAny = bundleWithEsbuild('esbuild-neutral', { platform: 'neutral' })
