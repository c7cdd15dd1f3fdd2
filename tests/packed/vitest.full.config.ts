import { testPackageInFull } from '@secure-uploading/tooling/vitest'
import { mergeConfig } from 'vitest/config'

/** Packs the packages once for all test files. */
export default mergeConfig(testPackageInFull(), {
  test: { globalSetup: ['test-full/tarballs/pack-once.ts'] },
})
