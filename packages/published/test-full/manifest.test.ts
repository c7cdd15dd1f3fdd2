import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
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

it('every package that is not private is published', () => {
  const packages = path.join(import.meta.dirname, '../..')
  const names = readdirSync(packages).flatMap((folder) => {
    const text = readFileSync(path.join(packages, folder, 'package.json'), 'utf8')
    const manifest = JSON.parse(text) as { name: string; private?: boolean }
    return manifest.private ? [] : [manifest.name]
  })
  expect(NAMED_TARBALLS.map(([name]) => name).sort()).toEqual(names.sort())
})
