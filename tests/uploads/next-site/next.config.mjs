import path from 'node:path'

export default {
  turbopack: { root: path.join(import.meta.dirname, '../../..') },
  // oxlint and tsc check the imported sources of the tests.
  typescript: { ignoreBuildErrors: true },
}
