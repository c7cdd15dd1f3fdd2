import { cp, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packPackages } from '@secure-uploading/packed'
import { extract } from 'tar'

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
  const tarballs = await packPackages(
    folder,
    PACKED.map((name) => `@secure-uploading/${name}`),
  )
  for (const [index, tarball] of tarballs.entries()) {
    const target = path.join(scope, PACKED[index] ?? '')
    await mkdir(target, { recursive: true })
    await extract({ file: tarball, cwd: target, strip: 1 })
    await rm(tarball)
  }
  const uploadClient = path.join(folder, 'node_modules/@uploadcare/upload-client')
  await mkdir(path.dirname(uploadClient), { recursive: true })
  await symlink(path.join(HERE, 'node_modules/@uploadcare/upload-client'), uploadClient)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
