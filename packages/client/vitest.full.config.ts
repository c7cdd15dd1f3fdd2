import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** Chromium with failing networks, the real File Uploader, slow connections and many files. */
export default testPackageInFull()
