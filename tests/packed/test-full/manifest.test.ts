import { describe, expect, it } from 'vitest'
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
