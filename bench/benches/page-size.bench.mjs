import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const THEIRS = `
  import { UploadClient } from '@uploadcare/upload-client'
  globalThis.upload = (file, signature) => new UploadClient({ publicKey: 'demo', ...signature }).uploadFile(file)
`
const OURS = {
  createTokenSource: `
    import { createTokenSource } from '@secure-uploading/client/token-source'
    globalThis.resolver = createTokenSource({ endpoint: '/api/upload-token' }).signatureResolver
  `,
  uploadFile: `
    import { createTokenSource, uploadFile } from '@secure-uploading/client'
    const source = createTokenSource({ endpoint: '/api/upload-token' })
    globalThis.upload = (file) => uploadFile(source, file)
  `,
  SecureUploadClient: `
    import { SecureUploadClient } from '@secure-uploading/client'
    const client = new SecureUploadClient({ tokenEndpoint: '/api/upload-token' })
    globalThis.upload = (file) => client.uploadFile(file)
  `,
}

/** Compares what a page downloads: the smallest program with each of our functions, upload-client included. */
export async function bench() {
  const theirs = await downloadBytes(THEIRS)
  const rows = []
  for (const [name, program] of Object.entries(OURS)) {
    const ours = await downloadBytes(program)
    const ratio = ours / theirs
    rows.push({
      name: `download of ${name} (${ours} B) vs. UploadClient (${theirs} B)`,
      ratio,
      low: ratio,
      high: ratio,
    })
  }
  return rows
}

/** @returns the size of the program after esbuild and gzip, in bytes */
async function downloadBytes(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0].contents, { level: 9 }).length
}
