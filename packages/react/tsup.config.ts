import { buildPackage } from '@secure-uploading/tooling/tsup'

export default buildPackage(
  {
    index: 'src/index.ts',
    'file-uploader': 'src/file-uploader/index.ts',
  },
  {
    banner: { js: "'use client'" },
    // Both would remove the directive: Rollup, which shakes trees, and Sucrase, which splits CommonJS.
    treeshake: false,
    splitting: false,
  },
)
