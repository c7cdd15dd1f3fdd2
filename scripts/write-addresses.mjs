// npm run addresses: writes the addresses of project-address.mjs into the published packages. With --check it writes nothing and
// fails when a file differs; `npm run lint` does that.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { absoluteLinks } from './addresses/absolute-links.mjs'
import { completeManifest } from './addresses/complete-manifest.mjs'
import { PUBLISHED_FOLDERS, ROOT } from './addresses/published-folders.mjs'
import { REPOSITORY_URL, SITE_URL } from './project-address.mjs'

const checks = process.argv.includes('--check')
const differing = PUBLISHED_FOLDERS.flatMap((folder) => {
  const place = { folder, repositoryUrl: REPOSITORY_URL, siteUrl: SITE_URL }
  return [
    update(`${folder}/package.json`, (text) => completeManifest(text, place)),
    update(`${folder}/README.md`, (text) => absoluteLinks(text, place)),
  ].flat()
}).concat(
  update('packages/core/src/token/docs-url.ts', (text) =>
    text.replace(/(?<=DOCS_URL: string = )'.*'/, `'${SITE_URL}'`),
  ),
)
if (checks && differing.length > 0) {
  console.error(
    `These files lack the project's addresses. Run: npm run addresses\n  ${differing.join('\n  ')}`,
  )
  process.exitCode = 1
}

/**
 * @param {string} name
 * @param {(text: string) => string} change
 * @returns {string[]} the name, when the file differs
 */
function update(name, change) {
  const file = path.join(ROOT, name)
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  if (after === before) return []
  if (!checks) writeFileSync(file, after)
  return [name]
}
