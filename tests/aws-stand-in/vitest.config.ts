import { testPackage } from '@secure-uploading/tooling/vitest'

// The server that the gateway runs on replaces the global Response, which must not reach the other files.
export default testPackage({ test: { isolate: true } })
