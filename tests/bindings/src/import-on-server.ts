import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Binding } from './binding.js'

/** Bundles a module that exports `renderOnServer` for Node, with other versions of its packages, and imports it. */
export async function importOnServer(
  entry: string,
  { plugins = [], alias = {} }: Pick<Binding, 'plugins' | 'alias'>,
): Promise<Pick<Binding, 'renderOnServer'>> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    plugins,
    alias,
  })
  const folder = await mkdtemp(path.join(import.meta.dirname, '../node_modules/.app-'))
  try {
    const file = path.join(folder, 'app.cjs')
    await writeFile(file, outputFiles[0]?.text ?? '')
    return (await import(pathToFileURL(file).href)) as Pick<Binding, 'renderOnServer'>
  } finally {
    await rm(folder, { recursive: true })
  }
}
