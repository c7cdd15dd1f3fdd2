import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { lookup } from 'mrmime'
import { UsageError } from '../usage-error.js'

/** A file to upload. */
export interface OpenFile {
  /** The path from the command line. */
  givenPath: string
  absolutePath: string
  /** Reads from disk on demand. */
  file: File
}

/**
 * Opens a file without reading it.
 *
 * @throws {UsageError} if it does not exist or is not a file
 */
export async function openFile(givenPath: string): Promise<OpenFile> {
  const absolutePath = path.resolve(givenPath)
  const stats = await stat(absolutePath).catch(() => undefined)
  if (!stats?.isFile()) {
    throw new UsageError(`${stats ? 'Not a file' : 'File not found'}: ${givenPath}`)
  }
  const name = path.basename(absolutePath)
  const file = new File([await openAsBlob(absolutePath)], name, {
    type: lookup(name) ?? '',
    lastModified: stats.mtimeMs,
  })
  return { givenPath, absolutePath, file }
}
