// npm run release:check: fails if a published package lacks `repository`, which npm compares with the repository in the
// provenance statement.
import { PUBLISHED_PACKAGES } from './published-packages.js'

const incomplete = PUBLISHED_PACKAGES.map(({ manifest }) => manifest).filter(
  ({ repository }) => repository?.url === undefined,
)
if (incomplete.length > 0) {
  const names = incomplete.map(({ name }) => name).join(', ')
  console.error(
    `Cannot publish: "repository" is missing in the package.json of ${names}. Set REPOSITORY_URL in scripts/project-address.mjs and run: npm run addresses`,
  )
  process.exitCode = 1
}
