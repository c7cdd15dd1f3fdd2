/** @import { Manifest } from './read-tarball.js' */

/**
 * Checks whether a package is a framework adapter, which depends on the server package.
 *
 * @param {Manifest} manifest
 * @returns {boolean}
 */
export function isAdapter({ dependencies = {} }) {
  return '@secure-uploading/server' in dependencies
}
