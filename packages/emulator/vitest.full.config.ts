import { testPackage } from '@secure-uploading/tooling/vitest'

/** What takes long: a file of 2 GiB. */
export default testPackage({
  test: {
    include: ['test-full/**/*.test.ts'],
    exclude: ['test/**'],
    outputFile: { json: 'test-results/vitest-full.json' },
    testTimeout: 240_000,
  },
})
