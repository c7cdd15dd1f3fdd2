import { copyFile } from 'node:fs/promises'
import { buildPackage } from '@secure-uploading/tooling/tsup'

export default buildPackage(
  {
    index: 'src/index.ts',
    'file-uploader': 'src/file-uploader/index.ts',
    // The component imports it.
    connect: 'src/file-uploader/connect.ts',
  },
  {
    format: 'esm',
    // The app compiles components, with its own version of Svelte.
    external: [/\.svelte$/],
    onSuccess: () => copyFile('src/file-uploader/file-uploader.svelte', 'dist/file-uploader.svelte'),
  },
)
