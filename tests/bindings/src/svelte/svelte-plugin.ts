import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import type { compile } from 'svelte/compiler'

/** Compiles the components of Svelte for esbuild. */
export const sveltePlugin = (
  compiler: { compile: typeof compile },
  generate: 'client' | 'server',
): Plugin => ({
  name: 'svelte',
  setup(build) {
    build.onLoad({ filter: /\.svelte$/ }, async ({ path: filename }) => {
      const source = await readFile(filename, 'utf8')
      const { js } = compiler.compile(source, { filename, generate, dev: generate === 'client' })
      return { contents: js.code, loader: 'js' }
    })
  },
})
