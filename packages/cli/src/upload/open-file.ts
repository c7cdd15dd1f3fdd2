import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { lookup } from 'mrmime'
import { UsageError } from '../usage-error.js'

/** A file to be uploaded. */
export interface OpenFile {
  /** As it was given. */
  givenPath: string
  absolutePath: string
  /** Reads from the disk what is asked of it, when it is asked. */
  file: File
}

/**
 * Opens a file without reading it.
 *
 * @throws {UsageError} when there is none.
 */
export async function openFile(givenPath: string): Promise<OpenFile> {
  const absolutePath = path.resolve(givenPath)
  const stats = await stat(absolutePath).catch(() => undefined)
  if (!stats?.isFile()) {
    throw new UsageError(`${stats ? 'This is not a file' : 'There is no such file'}: ${givenPath}`)
  }
  const name = path.basename(absolutePath)
  const file = new File([await openAsBlob(absolutePath)], name, {
    type: lookup(name) ?? '',
    lastModified: stats.mtimeMs,
  })
  return { givenPath, absolutePath, file }
}
