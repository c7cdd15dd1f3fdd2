/** @import { Manifest } from './read-tarball.js' */

/**
 * Checks that the packages can be published together: all have the same version, are public with provenance, and depend only on
 * packages that npm can install.
 *
 * @param {Manifest[]} manifests
 * @returns {string[]} one sentence per problem
 */
export function findReleaseProblems(manifests) {
  const [first] = manifests
  return manifests.flatMap((manifest) => [
    ...(manifest.version === first?.version
      ? []
      : [`${manifest.name} has version ${manifest.version}, but ${first?.name} has ${first?.version}.`]),
    ...(manifest.publishConfig?.access === 'public' && manifest.publishConfig.provenance === true
      ? []
      : [`${manifest.name} lacks "access": "public" or "provenance": true in its publishConfig.`]),
    ...dependencyProblems(manifest, manifests),
  ])
}

/**
 * @param {Manifest} manifest
 * @param {Manifest[]} published
 * @returns {string[]}
 */
function dependencyProblems({ name, dependencies, peerDependencies }, published) {
  return Object.entries({ ...dependencies, ...peerDependencies }).flatMap(([dependency, range]) => {
    if (range.startsWith('workspace:'))
      return [`${name} depends on ${dependency} ${range}, which only resolves in this workspace.`]
    if (!dependency.startsWith('@secure-uploading/')) return []
    const other = published.find((each) => each.name === dependency)
    if (other === undefined) return [`${name} depends on ${dependency}, which is not published.`]
    return range === `^${other.version}`
      ? []
      : [`${name} depends on ${dependency} ${range}, but its version is ${other.version}.`]
  })
}
