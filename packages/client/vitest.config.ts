import { testPackage } from '@secure-uploading/tooling/vitest'

// On a machine that is busy, 10 MiB through an emulator take their time.
export default testPackage({ test: { testTimeout: 30_000 } })
