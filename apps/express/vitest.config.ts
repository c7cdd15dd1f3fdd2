import { testPackage } from '@secure-uploading/tooling/vitest'

// Each file starts the demo and a browser, so files run one after another.
export default testPackage({ test: { fileParallelism: false } })
