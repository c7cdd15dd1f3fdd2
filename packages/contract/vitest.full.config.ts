import { testPackageInFull } from '@secure-uploading/tooling/vitest'

/** The endpoints in a runtime like that of Vercel and Cloudflare. */
export default testPackageInFull()
