import { testPackage } from '@secure-uploading/tooling/vitest'

// Clients poll every half second, and a busy machine takes its time over the browser.
export default testPackage({ test: { testTimeout: 60_000, hookTimeout: 60_000 } })
