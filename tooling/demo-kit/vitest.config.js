import { testPackage } from '@secure-uploading/tooling/vitest'

export default testPackage({ test: { include: ['test/**/*.test.{js,ts}'] } })
