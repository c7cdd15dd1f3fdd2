import { testPackageInFull } from '@secure-uploading/tooling/vitest'

export default testPackageInFull()
