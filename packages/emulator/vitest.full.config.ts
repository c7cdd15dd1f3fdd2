import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** Bad input by the thousand, a file of 2 GiB, the official clients in a browser, and the emulator's own page. */
export default testPackageInFull()
