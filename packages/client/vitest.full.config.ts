import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** Connections that are slow, and many files. */
export default testPackageInFull()
