import { readFile } from 'node:fs/promises'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { getResolutionKinds } from '@arethetypeswrong/core/utils'
import { describe, expect, it } from 'vitest'
import { entriesOf } from '../entries-of.js'
import { NAMED_TARBALLS } from './packed/tarballs.js'

/** From a module, from CommonJS, for a bundler, and the old resolution that CommonJS projects may still have. */
const RESOLUTIONS = (['node16', 'bundler', 'node10'] as const).flatMap(getResolutionKinds)

const withTypes = NAMED_TARBALLS.filter(([, { manifest }]) => entriesOf(manifest).length > 0)

describe.each(withTypes)('the types of %s', (_name, tarball) => {
  it('are found by TypeScript wherever the code is, and tell the truth about it', async () => {
    const result = await checkPackage(createPackageFromTarballData(await readFile(tarball.path)))
    expect(result.types).toEqual({ kind: 'included' })
    if (result.types === false) return
    expect(result.problems).toEqual([])

    for (const { name, subpath } of entriesOf(tarball.manifest)) {
      const { resolutions } = result.entrypoints[subpath] ?? {}
      const untyped = RESOLUTIONS.filter((kind) => !resolutions?.[kind].resolution?.isTypeScript)
      expect({ name, untyped }).toEqual({ name, untyped: [] })
    }
  })
})

it('are looked for in every package that can be imported: all but the command line', () => {
  const names = NAMED_TARBALLS.map(([name]) => name)
  const looked = withTypes.map(([name]) => name)
  expect(names.filter((name) => !looked.includes(name))).toEqual(['@secure-uploading/cli'])
})
