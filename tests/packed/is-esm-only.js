/** @import { Manifest } from './read-tarball.js' */

/**
 * Checks whether a package has no CommonJS build.
 *
 * @param {Manifest} manifest
 * @returns {boolean}
 */
export function isEsmOnly({ exports = {} }) {
  return !JSON.stringify(exports).includes('"require":')
}
