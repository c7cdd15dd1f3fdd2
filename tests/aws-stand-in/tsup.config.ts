import { buildPackage } from '@secure-uploading/tooling/tsup'

// `runtime` is the program that the function's process runs.
export default buildPackage({ index: 'src/index.ts', runtime: 'src/lambda/runtime.ts' }, { format: 'esm' })
