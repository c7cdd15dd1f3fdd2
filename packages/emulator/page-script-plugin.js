import path from 'node:path'
import { build } from 'esbuild'

const MODULE = 'virtual:page-script'
const ENTRY = path.join(import.meta.dirname, 'src/control/page/script/run-page.ts')

/** Bundles the script of the emulator's page, which the emulator serves as text. */
async function pageScriptModule() {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
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
      contents: await pageScriptModule(),
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
