import path from 'node:path'
import type { Plugin } from 'esbuild'
import type { Binding } from '../binding.js'
import { importOnServer } from '../import-on-server.js'

export const VUE = bindingWith('vue')
export const VUE_3_3 = bindingWith('vue-3.3')

function bindingWith(version: string): Binding {
  const resolve = (file: string): string => path.join(import.meta.dirname, file)
  const parts = { plugins: [flagsPlugin()], alias: { vue: version } }
  return {
    entry: resolve('mount.ts'),
    ...parts,
    async renderOnServer(props) {
      const { renderOnServer } = await importOnServer(resolve('render-on-server.ts'), parts)
      return renderOnServer(props)
    },
  }
}

/** Vue logs a warning for each of its flags that the bundler does not define. */
function flagsPlugin(): Plugin {
  const flags = ['__VUE_OPTIONS_API__', '__VUE_PROD_DEVTOOLS__', '__VUE_PROD_HYDRATION_MISMATCH_DETAILS__']
  return {
    name: 'vue-flags',
    setup({ initialOptions }) {
      const defined = Object.fromEntries(flags.map((flag) => [flag, 'true']))
      initialOptions.define = { ...initialOptions.define, ...defined }
    },
  }
}
