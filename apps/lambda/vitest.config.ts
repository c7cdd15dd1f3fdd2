import { testPackage } from '@secure-uploading/tooling/vitest'

// The demo is started and looked at in one browser, so one file after the other.
export default testPackage({ test: { fileParallelism: false } })
