/** @import { Manifest } from './read-tarball.js' */

/**
 * Lists the entries of a package: their import names, such as `@secure-uploading/next/pages`, and their keys in `exports`, such
 * as `./pages`.
 *
 * @param {Manifest} manifest
 * @returns {{ name: string, subpath: string }[]}
 */
export function entriesOf({ name, exports = {} }) {
  return Object.keys(exports)
    .filter((subpath) => subpath !== './package.json')
    .map((subpath) => ({ name: name + subpath.slice(1), subpath }))
}
