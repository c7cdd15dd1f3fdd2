import { build } from 'esbuild'
import { expect, it } from 'vitest'

/** Lists the files that a web page loads for this code. `.size-limit.json` limits their size. */
async function filesBehind(contents: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
  })
  return Object.keys(metafile.inputs)
}

const UPLOAD_CLIENT = expect.stringContaining('@uploadcare/upload-client') as string

it('client/token-source does not load upload-client in a web page', async () => {
  const all = await filesBehind("export * from '../../src/index.js'")
  expect(all).toContainEqual(UPLOAD_CLIENT)

  const ofTokenSource = await filesBehind("export * from '../../src/token-source/index.js'")
  expect(ofTokenSource).not.toContainEqual(UPLOAD_CLIENT)
})
