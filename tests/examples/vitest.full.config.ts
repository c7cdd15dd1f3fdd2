import { testPackageInFull } from '@secure-uploading/tooling/vitest'
import { mergeConfig } from 'vitest/config'

export default mergeConfig(testPackageInFull(), {
  test: { globalSetup: ['test-full/setup/pack-packages.ts', 'test-full/setup/provide-node.ts'] },
})
