import { testPackage } from '@secure-uploading/tooling/vitest'

export default testPackage({
  test: {
    include: ['test-full/**/*.test.ts'],
    exclude: ['test/**'],
    outputFile: { json: 'test-results/vitest-full.json' },
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
