import { entriesOf, isAdapter, PUBLISHED_PACKAGES } from '../index.js'

/** The entries of the server and the adapters. They contain signing code, so browser pages must not bundle them. */
export const SERVER_ENTRIES = PUBLISHED_PACKAGES.map(({ manifest }) => manifest)
  .filter((manifest) => manifest.name === '@secure-uploading/server' || isAdapter(manifest))
  .flatMap(entriesOf)
  .map((entry) => entry.name)

/** Returns the source of an app module that uses everything an entry exports. */
export function moduleThatImports(entry: string): string {
  return `import * as everything from '${entry}'\nconsole.log(everything)\n`
}

/** Returns the error message that every bundler prints when it refuses an entry. */
export function refusalMessage(entry: string): string {
  const packageName = entry.split('/', 2).join('/')
  return `${packageName} is for your backend, where the secret key is. In a page, import @secure-uploading/client; for a backend, bundle for node`
}
