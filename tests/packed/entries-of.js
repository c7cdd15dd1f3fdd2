/** @import { Manifest } from './read-tarball.js' */

/**
 * Tells what can be imported of a package: its name in an import, `@secure-uploading/next/pages`, and its path in the
 * package's exports, `./pages`.
 *
 * @param {Manifest} manifest
 */
export function entriesOf({ name, exports = {} }) {
  return Object.keys(exports)
    .filter((subpath) => subpath !== './package.json')
    .map((subpath) => ({ name: name + subpath.slice(1), subpath }))
}
