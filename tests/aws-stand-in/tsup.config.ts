import { buildPackage } from '@secure-uploading/tooling/tsup'

// `runtime` is the program of the function's process.
export default buildPackage({ index: 'src/index.ts', runtime: 'src/lambda/runtime.ts' }, { format: 'esm' })
