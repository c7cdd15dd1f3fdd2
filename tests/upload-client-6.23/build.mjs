// Builds the stand-in: patches upload-client 6.21 and bundles it with its dependencies.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'
import { addAuthTokens } from './src/add-auth-tokens.js'

// The bundled CommonJS dependencies of the Node build call `require`.
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

const entry = createRequire(import.meta.url).resolve('upload-client-6.21/node')
const folder = path.join(path.dirname(entry), '../esm')

for (const platform of ['node', 'browser']) {
  const file = path.join(folder, `index.${platform}.mjs`)
  await build({
    stdin: { contents: addAuthTokens(await readFile(file, 'utf8')), resolveDir: folder, sourcefile: file },
    // Tests recognize upload-client by this path.
    outfile: `dist/@uploadcare/upload-client/${platform}.mjs`,
    bundle: true,
    format: 'esm',
    platform,
    target: 'es2022',
    banner: platform === 'node' ? { js: REQUIRE } : {},
    external: ['bufferutil', 'utf-8-validate'],
    logLevel: 'warning',
  })
}
