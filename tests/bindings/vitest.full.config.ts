import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** The older React, StrictMode, hydration, and File Uploader. */
export default testPackageInFull()
