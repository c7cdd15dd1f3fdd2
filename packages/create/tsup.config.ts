import { buildPackage } from '@secure-uploading/tooling/tsup'

/** A command is run, not imported: no CommonJS, no declarations. */
export default buildPackage({ command: 'src/command.ts' }, { format: ['esm'], dts: false })
