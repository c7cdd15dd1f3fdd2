import { buildPackage } from '@secure-uploading/tooling/tsup'

export default buildPackage(
  {
    index: 'src/index.ts',
    token: 'src/token/index.ts',
    internal: 'src/internal/index.ts',
  },
  // The package has no side effects, so that chunks need no import without names, about which esbuild warns.
  { treeshake: { moduleSideEffects: false } },
)
