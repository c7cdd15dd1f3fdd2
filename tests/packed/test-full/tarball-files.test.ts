import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { NAMED_TARBALLS } from './tarballs/tarballs.js'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/**
 * Built code and declarations, components that the app compiles, the licenses of the code that they include, commands, templates, the API reference, the module that
 * refuses browser bundles, the files that npm always includes, and a folder for each entry, where bundlers that ignore
 * `exports` find it.
 */
const EXPECTED_FILE =
  /^((?:[\w-]+\/)?package\.json|README\.md|LICENSE|not-for-browsers\.js|bin\/[\w-]+\.js|dist\/[\w-]+(\.c?js|\.d\.c?ts|\.svelte)|dist\/THIRD-PARTY-NOTICES\.txt|llms\.txt|docs\/[\w/-]+\.md|templates\/.+)$/

describe.each(NAMED_TARBALLS)('the tarball of %s', (_name, { manifest, files }) => {
  const paths = files.map((file) => file.path)

  it('contains only built code, declarations, commands, the README and the license', () => {
    expect(paths.filter((each) => !EXPECTED_FILE.test(each))).toEqual([])
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'llms.txt']))
    expect(paths.filter((each) => each.startsWith('dist/')).length).toBeGreaterThan(0)
  })

  it('lists files that it contains in its llms.txt, and no entry of the API reference is missing', () => {
    const listed = files.find(({ path: each }) => each === 'llms.txt')?.text.matchAll(/\]\(([^)]+)\)/g) ?? []
    const targets = Array.from(listed, ([, target = '']) => target)
    expect(paths).toEqual(expect.arrayContaining(targets))
    expect(targets).toEqual(expect.arrayContaining(paths.filter((each) => each.startsWith('docs/'))))
  })

  it('contains folders for entries of its exports only', () => {
    const folders = paths.flatMap((each) => /^(?!templates\/)(.+)\/package\.json$/.exec(each)?.[1] ?? [])
    expect(Object.keys(manifest.exports ?? {})).toEqual(
      expect.arrayContaining(folders.map((each) => `./${each}`)),
    )
  })

  it('contains no path of the build machine and no source map', () => {
    const leaking = files.filter(({ text }) => text.includes(ROOT) || /^\/\/# sourceMappingURL=/m.test(text))
    expect(leaking.map((file) => file.path)).toEqual([])
  })

  it('has executable commands', () => {
    for (const command of Object.values(manifest.bin ?? {})) {
      const file = files.find((each) => each.path === path.posix.normalize(command))
      expect(file?.isExecutable).toBe(true)
      expect(file?.text).toMatch(/^#!\/usr\/bin\/env node\n/)
    }
  })
})
