import { testPackage } from '@secure-uploading/tooling/vitest'

/** The tests of the token source and its clock. They must detect every mutation without the tests of uploads. */
export default testPackage({
  test: {
    exclude: [
      'test/functions.test.ts',
      'test/!(time|token-source)/**/*',
      'test/token-source/in-a-page.test.ts',
    ],
  },
})
