/**
 * Returns a package.json with `homepage`, `bugs` and `repository` after its description, or without them while the address is
 * unknown.
 *
 * @param {string} json
 * @param {{ folder: string, repositoryUrl: string, siteUrl: string }} place
 * @returns {string}
 */
export function completeManifest(json, { folder, repositoryUrl, siteUrl }) {
  const { name, version, description, homepage: _, bugs: __, repository: ___, ...rest } = JSON.parse(json)
  const links = repositoryUrl && {
    homepage: siteUrl || `${repositoryUrl}/tree/main/${folder}#readme`,
    bugs: `${repositoryUrl}/issues`,
    repository: { type: 'git', url: `git+${repositoryUrl}.git`, directory: folder },
  }
  return `${JSON.stringify({ name, version, description, ...links, ...rest }, undefined, 2)}\n`
}
