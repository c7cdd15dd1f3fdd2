import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** A file of 2 GiB, the official clients in a browser, and the emulator's own page. */
export default testPackageInFull()
