export { entriesOf } from './entries-of.js'
export { isAdapter } from './is-adapter.js'
export { PUBLISHED_PACKAGES, WHERE_ALL_ARE_INSTALLED } from './published-packages.js'
