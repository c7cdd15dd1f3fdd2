import { expect, it } from 'vitest'
import { findReleaseFaults } from '../find-release-faults.js'
import type { Manifest } from '../read-tarball.js'
import { TARBALLS } from './packed/tarballs.js'

const MANIFESTS = TARBALLS.map(({ manifest }) => manifest)

/** The manifests, with something else in one of them. */
const withChanged = (name: string, change: Partial<Manifest>): Manifest[] =>
  MANIFESTS.map((manifest) => (manifest.name === name ? { ...manifest, ...change } : manifest))

it('nothing stands in the way of a release', () => {
  expect(findReleaseFaults(MANIFESTS)).toEqual([])
})

const SERVER = '@secure-uploading/server'

it.each<[string, Partial<Manifest>, string]>([
  ['was left behind by the version', { version: '0.0.9' }, 'has version 0.0.9'],
  ['is not for everyone', { publishConfig: { provenance: true } }, '"access": "public"'],
  ['says nothing of where it was built', { publishConfig: { access: 'public' } }, '"provenance": true'],
  [
    'asks for a package of the workspace',
    { dependencies: { '@secure-uploading/core': 'workspace:^' } },
    'workspace:^',
  ],
  [
    'asks for an older one of ours',
    { dependencies: { '@secure-uploading/core': '^0.0.1' } },
    'asks for @secure-uploading/core ^0.0.1',
  ],
  [
    'asks for what is private',
    { peerDependencies: { '@secure-uploading/tooling': '^0.1.0' } },
    '@secure-uploading/tooling, which is not published',
  ],
])('a package that %s is not released', (_what, change, reason) => {
  const faults = findReleaseFaults(withChanged(SERVER, change))
  expect(faults).toContainEqual(expect.stringContaining(reason))
  expect(faults.every((fault) => fault.includes(SERVER))).toBe(true)
})
