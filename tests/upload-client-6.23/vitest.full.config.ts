import path from 'node:path'
import { testPackage } from '@secure-uploading/tooling/vitest'

const STAND_IN = path.join(import.meta.dirname, 'dist/@uploadcare/upload-client')

/** Runs the client's suite with the stand-in in place of 6.21: in Node, and in the pages that the suite bundles. */
export default testPackage({
  root: path.join(import.meta.dirname, '../../packages/client'),
  resolve: {
    alias: [
      { find: /^@uploadcare\/upload-client$/, replacement: path.join(STAND_IN, 'node.mjs') },
      { find: /^esbuild$/, replacement: path.join(import.meta.dirname, 'src/esbuild-with-stand-in.js') },
    ],
  },
  test: {
    setupFiles: ['test/load-code.ts'],
    include: ['test/**/*.test.ts', 'test-full/**/*.test.ts'],
    // Tests the refusal of a version that cannot send auth tokens.
    exclude: ['test-full/auth-token.test.ts'],
    outputFile: { json: path.join(import.meta.dirname, 'test-results/vitest-full.json') },
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
