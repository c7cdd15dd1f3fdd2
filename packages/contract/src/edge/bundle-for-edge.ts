import { build } from 'esbuild'

/**
 * Bundles a module for an edge runtime. Its exports become properties of the global `contract`.
 *
 * @param contents the source of the module
 * @param resolveDir the folder from which its imports are resolved
 * @param define replaces names, as the bundler of a framework does
 */
export async function bundleForEdge(
  contents: string,
  resolveDir: string,
  define: Record<string, string> = {},
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'contract',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'edge-light', 'worker'],
    define,
    target: 'es2022',
  })
  return outputFiles.map((file) => file.text).join('\n')
}
