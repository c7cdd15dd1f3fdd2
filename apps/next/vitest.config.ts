import { testPackage } from '@secure-uploading/tooling/vitest'

// One `next start` at a time is enough for a machine with two cores.
export default testPackage({ test: { fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 } })
