import { buildPackage } from '@secure-uploading/tooling/tsup'
import { pageScriptForEsbuild } from './page-script-plugin.js'

export default buildPackage(
  {
    index: 'src/index.ts',
    node: 'src/node/index.ts',
    msw: 'src/msw/index.ts',
    command: 'src/node/command.ts',
  },
  { esbuildPlugins: [pageScriptForEsbuild()] },
)
