import { testPackage } from '@secure-uploading/tooling/vitest'

// Two `next start` at the same time are too slow on a machine with two cores.
export default testPackage({ test: { fileParallelism: false, testTimeout: 240_000, hookTimeout: 240_000 } })
