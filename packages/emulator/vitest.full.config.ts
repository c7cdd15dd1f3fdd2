import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** A file of 2 GiB. */
export default testPackageInFull()
