import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { NAMED_TARBALLS } from './packed/tarballs.js'

const versionOfCore = readFileSync(path.join(import.meta.dirname, '../../core/package.json'), 'utf8')
const { version } = JSON.parse(versionOfCore) as { version: string }

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

  it('is published for everyone, with provenance', () => {
    expect(manifest.private).toBeUndefined()
    expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true })
  })

  it('has the version that all of them have, and asks for the others at that version', () => {
    expect(manifest.version).toBe(version)
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies })
    for (const [name, range] of ranges) {
      if (name.startsWith('@secure-uploading/'))
        expect({ name, range }).toEqual({ name, range: `^${version}` })
      expect({ name, range }).not.toEqual({ name, range: expect.stringContaining('workspace:') as string })
    }
  })
})
