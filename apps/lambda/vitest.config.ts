import { testPackage } from '@secure-uploading/tooling/vitest'

export default testPackage({ test: { fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 } })
