import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_PACKAGES } from '../published-packages.js'
import { NAMED_TARBALLS } from './tarballs/tarballs.js'

describe.each(NAMED_TARBALLS)('the package.json of %s', (_name, { manifest }) => {
  it('has a license, a description, keywords and the oldest supported Node version', () => {
    expect(manifest).toMatchObject({
      license: 'MIT',
      description: expect.stringMatching(/\w{3}/) as string,
      keywords: expect.arrayContaining(['uploadcare', 'secure-uploading']) as string[],
      engines: { node: expect.stringMatching(/^>=20/) as string },
    })
  })

  it('declares sideEffects, so that bundlers can drop unused files', () => {
    expect(manifest.sideEffects).toBeDefined()
  })
})

describe('npm pack', () => {
  it.each(PUBLISHED_PACKAGES.map(({ folder }) => folder))(
    'refuses to pack %s, because its tarball could not be installed',
    async (folder) => {
      const cwd = path.resolve(import.meta.dirname, '../../../packages', folder)
      await expect(
        promisify(execFile)('npm', ['pack', '--dry-run', '--foreground-scripts'], { cwd }),
      ).rejects.toThrow('Use: npx pnpm pack')
    },
  )
})
