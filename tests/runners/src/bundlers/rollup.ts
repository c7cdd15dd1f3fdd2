import path from 'node:path'
import { createPageFolder, type Bundler } from './bundler.js'

interface Bundle {
  write: (options: object) => Promise<unknown>
}
interface Rollup {
  rollup: (options: object) => Promise<Bundle>
}
type Plugin = (options: object) => object

const bundleWithRollup =
  (name: string, resolveOptions: object): Bundler =>
  async (folder, require) => {
    const { rollup } = require('rollup') as Rollup
    const { default: resolve } = require('@rollup/plugin-node-resolve') as { default: Plugin }
    const output = await createPageFolder(path.join(folder, name), 'module')
    const input = path.join(folder, 'page.js')
    const bundle = await rollup({ input, plugins: [resolve(resolveOptions)] })
    await bundle.write({ dir: output, format: 'es' })
    return output
  }

/** Bundles with Rollup and the option `browser` of its resolver. */
export const bundleWithRollupForBrowsers = bundleWithRollup('rollup-browser', { browser: true })

/** Bundles with Rollup and the defaults of its resolver, which ignores the field `browser`. */
export const bundleWithRollupDefaults = bundleWithRollup('rollup', {})
