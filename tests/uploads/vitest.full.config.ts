import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** Runs the upload routes as they are deployed: `next build` with `next start`, and a process of the Lambda runtime. */
export default testPackageInFull()
