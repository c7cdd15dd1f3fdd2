import { build } from 'esbuild'
import { expect, it } from 'vitest'

/** The files that a web page loads for this code. How large they may be is in `.size-limit.json`. */
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

it('in a web page, the token source loads nothing of upload-client', async () => {
  const all = await filesBehind("export * from '../../src/index.js'")
  expect(all).toContainEqual(UPLOAD_CLIENT)

  const ofTokenSource = await filesBehind("export * from '../../src/token-source/index.js'")
  expect(ofTokenSource).not.toContainEqual(UPLOAD_CLIENT)
})
