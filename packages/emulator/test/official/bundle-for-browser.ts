import { build } from 'esbuild'
import { pageScriptForEsbuild } from '../../page-script-plugin.js'

/** Bundles a module of a test for the browser. */
export async function bundleForBrowser(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    conditions: ['browser'],
    logLevel: 'error',
    plugins: [pageScriptForEsbuild()],
  })
  return outputFiles[0]?.text ?? ''
}
