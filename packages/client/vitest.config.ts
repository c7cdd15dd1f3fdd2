import { testPackage } from '@secure-uploading/tooling/vitest'

export default testPackage({ test: { setupFiles: ['test/load-code.ts'] } })
