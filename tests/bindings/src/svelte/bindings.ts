import { createRequire } from 'node:module'
import path from 'node:path'
import * as compiler from 'svelte/compiler'
import type { Binding } from '../binding.js'
import { importOnServer } from '../import-on-server.js'
import { sveltePlugin } from './svelte-plugin.js'

// The types of two versions of Svelte exclude each other.
const compiler529 = createRequire(import.meta.url)('svelte-5.29/compiler') as typeof compiler

export const SVELTE = bindingWith('svelte', compiler)
export const SVELTE_5_29 = bindingWith('svelte-5.29', compiler529)

/** Components run with the version that compiled them. */
function bindingWith(version: string, { compile }: Pick<typeof compiler, 'compile'>): Binding {
  const resolve = (file: string): string => path.join(import.meta.dirname, file)
  const alias = { svelte: version }
  return {
    entry: resolve('mount.ts'),
    plugins: [sveltePlugin({ compile }, 'client')],
    alias,
    async renderOnServer(props) {
      const plugins = [sveltePlugin({ compile }, 'server')]
      const { renderOnServer } = await importOnServer(resolve('render-on-server.ts'), { plugins, alias })
      return renderOnServer(props)
    },
  }
}
