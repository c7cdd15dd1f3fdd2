import path from 'node:path'
import { describeUploadPanel } from '@secure-uploading/panel-kit'

describeUploadPanel('Vue', path.resolve(import.meta.dirname, '..'))
