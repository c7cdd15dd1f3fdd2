import { readFile } from 'node:fs/promises'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { getResolutionKinds } from '@arethetypeswrong/core/utils'
import { describe, expect, it } from 'vitest'
import { entriesOf } from '../entries-of.js'
import { isEsmOnly } from '../is-esm-only.js'
import { NAMED_TARBALLS } from './tarballs/tarballs.js'

/** Module resolution of ES modules, CommonJS, bundlers, and older CommonJS projects (`node10`). */
const RESOLUTIONS = (['node16', 'bundler', 'node10'] as const).flatMap(getResolutionKinds)

const withTypes = NAMED_TARBALLS.filter(([, { manifest }]) => entriesOf(manifest).length > 0)

describe.each(withTypes)('the types of %s', (_name, tarball) => {
  it('resolve in every module system and match the code', async () => {
    const result = await checkPackage(createPackageFromTarballData(await readFile(tarball.path)))
    expect(result.types).toEqual({ kind: 'included' })
    if (result.types === false) return
    const isExpected = ({ kind }: { kind: string }) =>
      isEsmOnly(tarball.manifest) && kind === 'CJSResolvesToESM'
    expect(result.problems.filter((problem) => !isExpected(problem))).toEqual([])

    for (const { name, subpath } of entriesOf(tarball.manifest)) {
      const { resolutions } = result.entrypoints[subpath] ?? {}
      const untyped = RESOLUTIONS.filter((kind) => !resolutions?.[kind].resolution?.isTypeScript)
      expect({ name, untyped }).toEqual({ name, untyped: [] })
    }
  })
})

describe('the types', () => {
  it('are tested for every package except the command lines', () => {
    const names = NAMED_TARBALLS.map(([name]) => name)
    const tested = withTypes.map(([name]) => name)
    expect(names.filter((name) => !tested.includes(name))).toEqual([
      '@secure-uploading/cli',
      '@secure-uploading/create',
    ])
  })
})
