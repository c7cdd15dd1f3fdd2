import path from 'node:path'
import { describeCopies } from '@secure-uploading/panel-kit'

describeCopies('Svelte', path.resolve(import.meta.dirname, '..'), [
  'vue/upload-panel/describe-upload.ts',
  'vue/upload-panel/icon-paths.ts',
  'vue/upload-panel/row-actions.ts',
  'vue/upload-panel/split-file-name.ts',
  'vue/upload-panel/upload-panel.css',
  'vue/upload-panel/upload-panel-row.css',
  'vue/upload-panel/with-focused-row.ts',
])
