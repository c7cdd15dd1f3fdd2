import { testPackage } from '@secure-uploading/tooling/vitest'

export default testPackage()
