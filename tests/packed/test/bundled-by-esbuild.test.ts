import { ALL_PACKAGES_FOLDER } from '../index.js'
import { build, type BuildOptions } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { moduleThatImports, refusalMessage, SERVER_ENTRIES } from './server-entries.js'

async function bundle(contents: string, options: BuildOptions): Promise<string> {
  const { outputFiles = [] } = await build({
    stdin: { contents, resolveDir: ALL_PACKAGES_FOLDER },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    ...options,
  })
  return outputFiles.map((file) => file.text).join('\n')
}

describe('esbuild', () => {
  it.each(SERVER_ENTRIES)('refuses %s in a page and explains why', async (entry) => {
    await expect(bundle(moduleThatImports(entry), { platform: 'browser' })).rejects.toThrow(
      refusalMessage(entry),
    )
  })

  it.each(SERVER_ENTRIES)('bundles %s for a Worker, although the platform is browser', async (entry) => {
    const options: BuildOptions = { platform: 'browser', conditions: ['worker'] }
    expect(await bundle(moduleThatImports(entry), options)).toContain('HMAC')
  })

  it.each(SERVER_ENTRIES)('bundles %s for a React Server Component', async (entry) => {
    const options: BuildOptions = { platform: 'node', conditions: ['react-server'] }
    expect(await bundle(moduleThatImports(entry), options)).toContain('HMAC')
  })

  it('puts no signing code into a page that uses the client', async () => {
    const page = await bundle("export * from '@secure-uploading/client'", { platform: 'browser' })
    expect(page).toContain('SecureUploadClient')
    expect(page).not.toMatch(/HMAC|importKey|secretKey/)
  })
})
