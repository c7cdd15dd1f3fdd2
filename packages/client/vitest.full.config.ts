import { testPackage } from '@secure-uploading/tooling/vitest'

/** What takes a minute: connections that are slow, and many files. */
export default testPackage({
  test: {
    include: ['test-full/**/*.test.ts'],
    exclude: ['test/**'],
    outputFile: { json: 'test-results/vitest-full.json' },
    testTimeout: 240_000,
  },
})
