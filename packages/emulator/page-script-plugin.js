import path from 'node:path'
import { thirdPartyNotices } from '@secure-uploading/tooling/third-party-notices'
import { build } from 'esbuild'

const MODULE = 'virtual:page-script'
const ENTRY = path.join(import.meta.dirname, 'src/control/page/script/run-page.ts')

/**
 * Bundles the script of the emulator's page, which the emulator serves as text.
 *
 * @param {import('esbuild').Plugin[]} [plugins]
 */
async function pageScriptModule(plugins = []) {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    plugins,
  })
  return `export const PAGE_SCRIPT = ${JSON.stringify(outputFiles[0]?.text ?? '')}`
}

/**
 * Provides the module `virtual:page-script` to esbuild and tsup.
 *
 * @returns {import('esbuild').Plugin}
 */
export const pageScriptForEsbuild = () => ({
  name: 'page-script',
  setup(esbuild) {
    esbuild.onResolve({ filter: new RegExp(`^${MODULE}$`) }, ({ path: id }) => ({
      path: id,
      namespace: 'page-script',
    }))
    esbuild.onLoad({ filter: /.*/, namespace: 'page-script' }, async () => ({
      contents: await pageScriptModule([thirdPartyNotices(import.meta.dirname)]),
    }))
  },
})

/**
 * Provides the module `virtual:page-script` to Vitest.
 *
 * @returns {import('vitest/config').Plugin}
 */
export const pageScriptForVite = () => ({
  name: 'page-script',
  resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
  load: async (id) => (id === `\0${MODULE}` ? pageScriptModule() : undefined),
})
