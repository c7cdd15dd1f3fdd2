import { WHERE_ALL_ARE_INSTALLED } from '../index.js'
import { build, type BuildOptions } from 'esbuild'
import { expect, it } from 'vitest'
import { moduleThatImports, reasonToRefuse, SERVER_ENTRIES } from './server-packages.js'

async function bundle(contents: string, options: BuildOptions): Promise<string> {
  const { outputFiles = [] } = await build({
    stdin: { contents, resolveDir: WHERE_ALL_ARE_INSTALLED },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    ...options,
  })
  return outputFiles.map((file) => file.text).join('\n')
}

it.each(SERVER_ENTRIES)('esbuild refuses to put %s into a page, and says why', async (entry) => {
  await expect(bundle(moduleThatImports(entry), { platform: 'browser' })).rejects.toThrow(
    reasonToRefuse(entry),
  )
})

it.each(SERVER_ENTRIES)(
  'esbuild puts %s into a Worker, though its platform is the browser',
  async (entry) => {
    const options: BuildOptions = { platform: 'browser', conditions: ['worker'] }
    expect(await bundle(moduleThatImports(entry), options)).toContain('HMAC')
  },
)

it.each(SERVER_ENTRIES)('esbuild puts %s into a React Server Component', async (entry) => {
  const options: BuildOptions = { platform: 'node', conditions: ['react-server'] }
  expect(await bundle(moduleThatImports(entry), options)).toContain('HMAC')
})

it('no signing code is in a page that uses the client', async () => {
  const page = await bundle("export * from '@secure-uploading/client'", { platform: 'browser' })
  expect(page).toContain('SecureUploadClient')
  expect(page).not.toMatch(/HMAC|importKey|secretKey/)
})
