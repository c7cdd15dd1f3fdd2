import { buildPackage } from '@secure-uploading/tooling/tsup'

export default buildPackage({
  index: 'src/index.ts',
  token: 'src/token/index.ts',
  internal: 'src/internal/index.ts',
})
