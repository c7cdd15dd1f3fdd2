// npm run release:check: fails with one line while a package lacks `repository`, which npm's provenance compares with the
// repository that publishes.
import { PUBLISHED_PACKAGES } from './published-packages.js'

const incomplete = PUBLISHED_PACKAGES.map(({ manifest }) => manifest).filter(
  ({ repository }) => repository?.url === undefined,
)
if (incomplete.length > 0) {
  const names = incomplete.map(({ name }) => name).join(', ')
  console.error(`Not published: "repository" is missing in the package.json of ${names}.`)
  process.exitCode = 1
}
