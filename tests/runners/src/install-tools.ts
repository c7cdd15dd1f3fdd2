import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { pnpmCommand } from '@secure-uploading/packed'

const TOOLS = path.resolve(import.meta.dirname, '../tools')

/** Installs the workspace `tools/`, which `npm test` does not need. @returns a `require` that finds its packages */
export async function installTools(): Promise<NodeJS.Require> {
  await promisify(execFile)(
    process.execPath,
    [pnpmCommand(), 'install', '--frozen-lockfile', '--prefer-offline'],
    { cwd: TOOLS, maxBuffer: 64 * 1024 * 1024 },
  )
  return createRequire(path.join(TOOLS, 'package.json'))
}
