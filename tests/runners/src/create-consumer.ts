import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { extract } from 'tar'
import { pnpmCommand, ROOT } from './pnpm-command.js'

const HERE = path.resolve(import.meta.dirname, '..')
const PACKED = ['core', 'client']
const SOURCES = path.join(HERE, 'consumer')

/** A project that has installed the packed client, with the files of `consumer/`. */
export interface Consumer {
  folder: string
  remove: () => Promise<void>
}

/** Packs the client and what it needs, and unpacks it into the `node_modules` of a temporary project. */
export async function createConsumer(): Promise<Consumer> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'secure-uploading-runner-')))
  await cp(SOURCES, folder, { recursive: true })
  const scope = path.join(folder, 'node_modules/@secure-uploading')
  for (const name of PACKED) {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [pnpmCommand(), 'pack', '--json', '--pack-destination', folder],
      { cwd: path.join(ROOT, 'packages', name) },
    )
    // The prepack script prints before it.
    const { filename } = JSON.parse(stdout.slice(stdout.search(/^[[{]/m))) as { filename: string }
    const target = path.join(scope, name)
    await mkdir(target, { recursive: true })
    await extract({ file: filename, cwd: target, strip: 1 })
    await rm(filename)
  }
  const uploadClient = path.join(folder, 'node_modules/@uploadcare/upload-client')
  await mkdir(path.dirname(uploadClient), { recursive: true })
  await symlink(path.join(HERE, 'node_modules/@uploadcare/upload-client'), uploadClient)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
