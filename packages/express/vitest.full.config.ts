import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** A limit that holds across two processes and a real Redis. */
export default testPackageInFull()
