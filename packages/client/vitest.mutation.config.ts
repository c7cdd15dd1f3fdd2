import { testPackage } from '@secure-uploading/tooling/vitest'

/** The tests of the token source alone, which have to notice by themselves. */
export default testPackage({
  test: {
    exclude: ['test/{client,resumable,upload}/**', 'test/token-source/in-a-page.test.ts'],
  },
})
