import { buildPackage } from '@secure-uploading/tooling/tsup'

/** ES modules only, because Vitest has no CommonJS build. */
export default buildPackage(
  {
    index: 'src/index.ts',
    node: 'src/node/index.ts',
    edge: 'src/edge/index.ts',
    rules: 'src/rules/index.ts',
  },
  { format: 'esm' },
)
