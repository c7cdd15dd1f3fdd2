/** @import { Manifest } from './read-tarball.js' */

/**
 * Whether a package translates a framework's calls to the server's.
 *
 * @param {Manifest} manifest
 */
export function isAdapter({ dependencies = {} }) {
  return '@secure-uploading/server' in dependencies
}
