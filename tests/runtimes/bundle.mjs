import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** Bundles something of the contract with all that it imports, so that any runtime can run it as one file. */
export function bundleContract({ format, contents }) {
  const resolveDir = fileURLToPath(new URL('../../packages/contract', import.meta.url))
  return bundle({ stdin: { contents, resolveDir }, format })
}

/** Bundles a module with all that it imports. */
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

export const SUITE = fileURLToPath(new URL('../../packages/contract/src/suite/index.ts', import.meta.url))
