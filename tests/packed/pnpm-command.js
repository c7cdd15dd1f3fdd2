import { createRequire } from 'node:module'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Returns the path of the pnpm that the root pins, to run with Node. */
export function pnpmCommand() {
  const pnpm = createRequire(path.join(ROOT, 'package.json')).resolve('pnpm')
  return path.join(path.dirname(pnpm), 'bin/pnpm.cjs')
}
