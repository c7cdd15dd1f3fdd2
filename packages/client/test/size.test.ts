import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

/** What a web page loads for this code: bundled and minified. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}

const sizeBytes = async (contents: string): Promise<number> =>
  gzipSync(await bundle(contents), { level: 9 }).length

const SOURCE = "export * from '../src/token-source/index.js'"
const OURS = "export { SecureUploadClient } from '../src/index.js'"
const RESUMABLE = "export { createResumableUpload } from '../src/resumable/index.js'"

describe('in a web page', () => {
  it('the token source, with the token parser and its errors, stays small', async () => {
    expect(await sizeBytes(SOURCE)).toBeLessThanOrEqual(3400)
  })

  it('the token source loads nothing of upload-client', async () => {
    expect(await bundle(OURS)).toContain('UploadcareUploadClient')
    expect(await bundle(SOURCE)).not.toContain('UploadcareUploadClient')
  })

  it('SecureUploadClient stays small over UploadClient', async () => {
    const theirs = await sizeBytes("export { UploadClient } from '@uploadcare/upload-client'")
    expect((await sizeBytes(OURS)) - theirs).toBeLessThanOrEqual(6700)
  })

  it('resumable uploads cost at most 2.5 KiB more', async () => {
    expect((await sizeBytes(`${OURS}\n${RESUMABLE}`)) - (await sizeBytes(OURS))).toBeLessThanOrEqual(2560)
  })
})
