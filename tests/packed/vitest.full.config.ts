import { testPackageInFull } from '@secure-uploading/tooling/vitest'
import { mergeConfig } from 'vitest/config'

/** What npm would deliver: packed once for all the files. */
export default mergeConfig(testPackageInFull(), {
  test: { globalSetup: ['test-full/packed/pack-once.ts'] },
})
