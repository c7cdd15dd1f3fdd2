import { testPackage } from '@secure-uploading/tooling/vitest'

// `@hono/node-server` replaces the global Response, which must not affect the other test files.
export default testPackage({ test: { isolate: true } })
