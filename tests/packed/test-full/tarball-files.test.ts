import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { NAMED_TARBALLS } from './packed/tarballs.js'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** Built code and its declarations, a command, what refuses to be bundled for a page, and what npm always takes. */
const EXPECTED_FILE =
  /^(package\.json|README\.md|LICENSE|not-for-browsers\.js|bin\/[\w-]+\.js|dist\/[\w-]+(\.c?js|\.d\.c?ts))$/

describe.each(NAMED_TARBALLS)('the tarball of %s', (_name, { manifest, files }) => {
  const paths = files.map((file) => file.path)

  it('holds what runs, its types, its README and the license, and nothing else', () => {
    expect(paths.filter((each) => !EXPECTED_FILE.test(each))).toEqual([])
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'LICENSE']))
    expect(paths.filter((each) => each.startsWith('dist/')).length).toBeGreaterThan(0)
  })

  it('tells nothing of the machine that made it', () => {
    const telling = files.filter(({ text }) => text.includes(ROOT) || /^\/\/# sourceMappingURL=/m.test(text))
    expect(telling.map((file) => file.path)).toEqual([])
  })

  it('has commands that can be run', () => {
    for (const command of Object.values(manifest.bin ?? {})) {
      const file = files.find((each) => each.path === path.posix.normalize(command))
      expect(file?.isExecutable).toBe(true)
      expect(file?.text).toMatch(/^#!\/usr\/bin\/env node\n/)
    }
  })
})
