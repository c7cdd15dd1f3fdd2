import path from 'node:path'
import { describeUploadPanel } from '@secure-uploading/panel-kit'

describeUploadPanel('React', path.resolve(import.meta.dirname, '..'))
