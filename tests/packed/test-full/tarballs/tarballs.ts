import { inject } from 'vitest'
import { readTarball, type Tarball } from '../../read-tarball.js'

/** The tarballs packed for this run. */
export const TARBALLS: Tarball[] = inject('tarballPaths').map(readTarball)

/** The tarballs with their package names, for `it.each`. */
export const NAMED_TARBALLS: [string, Tarball][] = TARBALLS.map((tarball) => [tarball.manifest.name, tarball])
