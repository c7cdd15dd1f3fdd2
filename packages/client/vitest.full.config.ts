import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** A browser in every weather, the real File Uploader, slow connections and many files. */
export default testPackageInFull()
