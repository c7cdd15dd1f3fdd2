import path from 'node:path'
import { build } from 'esbuild'
import type { Binding } from './binding.js'

/** Bundles the page that a binding is tested in. */
export async function buildPage(
  { entry, plugins = [], alias = {} }: Omit<Binding, 'renderOnServer'>,
  page = 'page.ts',
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, page)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    // StrictMode has no effect in production.
    define: { 'process.env.NODE_ENV': '"development"' },
    conditions: ['development', 'browser'],
    jsx: 'automatic',
    logLevel: 'error',
    plugins,
    alias: { ...alias, 'binding-under-test': entry },
  })
  return outputFiles.map(({ text }) => text).join('')
}
