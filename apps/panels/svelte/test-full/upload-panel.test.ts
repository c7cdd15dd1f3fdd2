import path from 'node:path'
import { describeUploadPanel } from '@secure-uploading/panel-kit'

describeUploadPanel('Svelte', path.resolve(import.meta.dirname, '..'))
