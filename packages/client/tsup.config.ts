import { buildPackage } from '@secure-uploading/tooling/tsup'

export default buildPackage({
  index: 'src/index.ts',
  'token-source': 'src/token-source/index.ts',
  resumable: 'src/resumable/index.ts',
  routes: 'src/routes/index.ts',
  'file-uploader': 'src/file-uploader/index.ts',
  'drop-zone': 'src/drop-zone/index.ts',
  queue: 'src/queue/index.ts',
})
