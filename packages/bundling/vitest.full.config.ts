import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** webpack and Next, which take long to build. */
export default testPackageInFull()
