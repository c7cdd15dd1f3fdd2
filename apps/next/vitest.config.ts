import { testPackage } from '@secure-uploading/tooling/vitest'

// One `next start` at a time is enough for a machine with two cores.
export default testPackage({ test: { fileParallelism: false, testTimeout: 240_000, hookTimeout: 240_000 } })
