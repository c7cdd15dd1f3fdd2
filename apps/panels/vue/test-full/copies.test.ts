import path from 'node:path'
import { describeCopies } from '@secure-uploading/panel-kit'

describeCopies('Vue', path.resolve(import.meta.dirname, '..'), [
  'react/registry/upload-panel/describe-upload.ts',
  'react/registry/upload-panel/split-file-name.ts',
  'react/registry/upload-panel/with-focused-row.ts',
])
