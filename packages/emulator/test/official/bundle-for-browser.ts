import { build } from 'esbuild'

/** Bundles a test's module with the packages it imports, as a page's own build would. */
export async function bundleForBrowser(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    conditions: ['browser'],
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
