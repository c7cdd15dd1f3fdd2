/** @import { Manifest } from './read-tarball.js' */

/**
 * Says why the packages must not be published as they are: one has another version than the others, or asks for
 * something that only this workspace has. Nothing is returned when all is well.
 *
 * @param {Manifest[]} manifests
 * @returns {string[]}
 */
export function findReleaseFaults(manifests) {
  const [first] = manifests
  return manifests.flatMap((manifest) => [
    ...(manifest.version === first?.version
      ? []
      : [`${manifest.name} has version ${manifest.version}, and ${first?.name} ${first?.version}.`]),
    ...(manifest.publishConfig?.access === 'public' && manifest.publishConfig.provenance === true
      ? []
      : [`${manifest.name} lacks "access": "public" or "provenance": true in its publishConfig.`]),
    ...faultsOfDependencies(manifest, manifests),
  ])
}

/**
 * @param {Manifest} manifest
 * @param {Manifest[]} published
 */
function faultsOfDependencies({ name, dependencies, peerDependencies }, published) {
  return Object.entries({ ...dependencies, ...peerDependencies }).flatMap(([dependency, range]) => {
    if (range.startsWith('workspace:')) return [`${name} asks for ${dependency} ${range}.`]
    if (!dependency.startsWith('@secure-uploading/')) return []
    const other = published.find((each) => each.name === dependency)
    if (other === undefined) return [`${name} asks for ${dependency}, which is not published.`]
    return range === `^${other.version}`
      ? []
      : [`${name} asks for ${dependency} ${range}, which is ${other.version}.`]
  })
}
