import { buildPackage } from '@secure-uploading/tooling/tsup'

export default buildPackage({
  index: 'src/index.ts',
  'file-uploader': 'src/file-uploader/index.ts',
})
