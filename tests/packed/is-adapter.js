/** @import { Manifest } from './read-tarball.js' */

/**
 * Checks whether a package is a framework adapter, which depends on the server package and is not a test suite.
 *
 * @param {Manifest} manifest
 * @returns {boolean}
 */
export function isAdapter({ dependencies = {}, peerDependencies = {} }) {
  return '@secure-uploading/server' in dependencies && !('vitest' in peerDependencies)
}
