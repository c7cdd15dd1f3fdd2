import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/**
 * Bundles code that imports the contract, with all its dependencies, into one file for any runtime.
 *
 * @param {{ format: 'esm' | 'iife', contents: string }} options the source code, and the format of the bundle
 * @returns {Promise<string>} the bundle; with `iife` its exports are in the global `suite`
 */
export function bundleContract({ format, contents }) {
  const resolveDir = fileURLToPath(new URL('../../packages/contract', import.meta.url))
  return bundle({ stdin: { contents, resolveDir }, format })
}

/**
 * Bundles a module with all its dependencies.
 *
 * @param {string} file
 * @returns {Promise<string>} an ES module
 */
export function bundleFile(file) {
  return bundle({ entryPoints: [file], format: 'esm' })
}

async function bundle(options) {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    globalName: options.format === 'iife' ? 'suite' : undefined,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'worker'],
    target: 'es2022',
  })
  return outputFiles[0].text
}

/** The module that exports `runSuite`. */
export const SUITE = fileURLToPath(new URL('../../packages/contract/src/suite/index.ts', import.meta.url))
