import { testPackageInFull } from '@secure-uploading/tooling/vitest'
import { mergeConfig } from 'vitest/config'

/** One app at a time: each has a development server, an installation and a browser. */
export default mergeConfig(testPackageInFull(), {
  test: { globalSetup: ['test-full/setup/pack-packages.ts'], fileParallelism: false },
})
