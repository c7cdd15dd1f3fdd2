import path from 'node:path'
import { runNode } from '../run-program.js'
import { createPageFolder, type Bundler } from './bundler.js'

/** Bundles with Parcel 2, which takes the current folder of its process as the project. */
export const bundleWithParcel: Bundler = async (folder, require) => {
  const program = path.join(import.meta.dirname, '../run-parcel.cjs')
  await runNode([program, require.resolve('./package.json')], { cwd: folder, env: {} })
  return createPageFolder(path.join(folder, 'parcel'), 'module')
}
