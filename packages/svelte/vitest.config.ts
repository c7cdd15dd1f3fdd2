import { testPackage } from '@secure-uploading/tooling/vitest'
import { compile } from 'svelte/compiler'

/** Compiles components for the server. Browsers are tested in `tests/bindings`. */
export default testPackage({
  plugins: [
    {
      name: 'svelte',
      transform: (code, filename) =>
        filename.endsWith('.svelte') ? compile(code, { filename, generate: 'server' }).js.code : undefined,
    },
  ],
})
