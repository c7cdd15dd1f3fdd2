import { describe, expect, it } from 'vitest'
import { NAMED_TARBALLS } from './packed/tarballs.js'

describe.each(NAMED_TARBALLS)('the package.json of %s', (_name, { manifest }) => {
  it('says what npm shows and asks: license, description, keywords, the oldest Node', () => {
    expect(manifest).toMatchObject({
      license: 'MIT',
      description: expect.stringMatching(/\w{3}/) as string,
      keywords: expect.arrayContaining(['uploadcare', 'secure-uploading']) as string[],
      engines: { node: expect.stringMatching(/^>=20/) as string },
    })
  })

  it('tells bundlers which files only matter when something of them is used', () => {
    expect(manifest.sideEffects).toBeDefined()
  })
})
