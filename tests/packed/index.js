/** @typedef {import('./read-tarball.js').Tarball} Tarball */
export { entriesOf } from './entries-of.js'
export { isAdapter } from './is-adapter.js'
export { isEsmOnly } from './is-esm-only.js'
export { PUBLISHED_PACKAGES, ALL_PACKAGES_FOLDER } from './published-packages.js'
export { packPackages } from './pack-packages.js'
export { pnpmCommand } from './pnpm-command.js'
