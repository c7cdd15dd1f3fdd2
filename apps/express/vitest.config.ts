import { testPackage } from '@secure-uploading/tooling/vitest'

// The demo is started and looked at in one browser, so one file after the other.
export default testPackage({ test: { fileParallelism: false, testTimeout: 30_000, hookTimeout: 30_000 } })
