/** The entries that hold signing code and must never get into a page. */
export const SERVER_ENTRIES = [
  '@secure-uploading/server',
  '@secure-uploading/express',
  '@secure-uploading/fastify',
  '@secure-uploading/lambda',
  '@secure-uploading/next',
  '@secure-uploading/next/pages',
]

/** A module of somebody's app that imports one. */
export function moduleThatImports(entry: string): string {
  return `import { createTokenHandler } from '${entry}'\nconsole.log(createTokenHandler)\n`
}

/** What every bundler prints when it refuses. */
export const REASON =
  /@secure-uploading\/\w+ is for your backend, where the secret key is\. In a page, import @secure-uploading\/client/
