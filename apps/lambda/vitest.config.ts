import { testPackage } from '@secure-uploading/tooling/vitest'

// The demo is started and looked at in one browser, so one file after the other. The server that the local gateway runs
// on puts its own Response in the place of the global one, which the other tests must not meet.
export default testPackage({ test: { fileParallelism: false, isolate: true } })
