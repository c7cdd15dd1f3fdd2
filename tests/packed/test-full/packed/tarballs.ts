import { inject } from 'vitest'
import { readTarball, type Tarball } from '../../read-tarball.js'

/** What would be published in this run. */
export const TARBALLS: Tarball[] = inject('tarballPaths').map(readTarball)

/** The tarballs by the names of their packages, for `it.each`. */
export const NAMED_TARBALLS: [string, Tarball][] = TARBALLS.map((tarball) => [tarball.manifest.name, tarball])
