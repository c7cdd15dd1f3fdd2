import { readBytes } from '../../upload/to-bytes.js'
import type { StoredFile } from '../stored-file.js'
import { isFile } from '../to-files.js'

/** Returns a stored file without its bytes when the browser has deleted them. */
export async function readableFile(stored: StoredFile): Promise<StoredFile> {
  const { file, ...rest } = stored
  const isReadable =
    isFile(file) &&
    file.size === stored.sizeBytes &&
    (await readBytes(file.slice(0, 1), stored.name).then(
      () => true,
      () => false,
    ))
  return isReadable ? stored : rest
}
