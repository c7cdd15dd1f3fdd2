import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** Every command in a process of its own. */
export default testPackageInFull()
