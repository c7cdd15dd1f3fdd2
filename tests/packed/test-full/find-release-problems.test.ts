import { describe, expect, it } from 'vitest'
import { findReleaseProblems } from '../find-release-problems.js'
import type { Manifest } from '../read-tarball.js'
import { TARBALLS } from './tarballs/tarballs.js'

const SERVER = '@secure-uploading/server'
const MANIFESTS = TARBALLS.map(({ manifest }) => manifest)

/** Returns the manifests with a change in one of them. */
const withChange = (name: string, change: Partial<Manifest>): Manifest[] =>
  MANIFESTS.map((manifest) => (manifest.name === name ? { ...manifest, ...change } : manifest))

describe('findReleaseProblems', () => {
  it('finds no problem in the packages of this repository', () => {
    expect(findReleaseProblems(MANIFESTS)).toEqual([])
  })

  it.each<[string, Partial<Manifest>, string]>([
    ['has another version than the others', { version: '0.0.9' }, 'has version 0.0.9'],
    ['is not public', { publishConfig: { provenance: true } }, '"access": "public"'],
    ['has no provenance', { publishConfig: { access: 'public' } }, '"provenance": true'],
    [
      'has a workspace dependency',
      { dependencies: { '@secure-uploading/core': 'workspace:^' } },
      'workspace:^',
    ],
    [
      'depends on an older version of another package',
      { dependencies: { '@secure-uploading/core': '^0.0.1' } },
      'depends on @secure-uploading/core ^0.0.1',
    ],
    [
      'depends on a private package',
      { peerDependencies: { '@secure-uploading/tooling': '^0.1.0' } },
      '@secure-uploading/tooling, which is not published',
    ],
  ])('reports a package that %s', (_problem, change, reason) => {
    const problems = findReleaseProblems(withChange(SERVER, change))
    expect(problems).toContainEqual(expect.stringContaining(reason))
    expect(problems.every((problem) => problem.includes(SERVER))).toBe(true)
  })
})
