import { entriesOf, isAdapter, PUBLISHED_PACKAGES } from '../index.js'

/** The entries that hold signing code and must never get into a page: those of the server and of the adapters. */
export const SERVER_ENTRIES = PUBLISHED_PACKAGES.map(({ manifest }) => manifest)
  .filter((manifest) => manifest.name === '@secure-uploading/server' || isAdapter(manifest))
  .flatMap(entriesOf)
  .map((entry) => entry.name)

/** Creates a module of an app that imports an entry. */
export function moduleThatImports(entry: string): string {
  return `import * as server from '${entry}'\nconsole.log(server)\n`
}

/** What every bundler prints when it refuses an entry. */
export function reasonToRefuse(entry: string): string {
  const packageName = entry.split('/', 2).join('/')
  return `${packageName} is for your backend, where the secret key is. In a page, import @secure-uploading/client; for a backend, bundle for node`
}
