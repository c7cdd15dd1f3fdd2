import type { UploadOptions } from '../requests/upload-options.js'
import { assertSendable } from '../upload/assert-sendable.js'
import { nameAndType } from '../upload/name-and-type.js'
import { isBlob } from '../upload/to-bytes.js'
import type { UploadInput } from '../upload/upload-input.js'

/** A file that shares a request. */
export interface PackedFile {
  data: Blob | Uint8Array
  /** Its index in the list of the caller. */
  index: number
  sizeBytes: number
  /** The name in events and in the form. */
  name: string | undefined
}

/** The files of one request. */
export interface Pack {
  files: readonly PackedFile[]
  /** The size of all files. */
  byteLength: number
}

// nginx accepts 1 MiB by default. The rest is for the names and the fields.
const MOST_BYTES = 1_000_000

/**
 * Distributes small files over requests, in their order. Left out are files of unknown size, those that Uploadcare or the checks
 * of the client refuse (because a request stores all of its files or none), and a file that would have a request to itself.
 */
export function packFiles(
  data: readonly UploadInput[],
  options: UploadOptions,
  filesPerRequest: number,
): Pack[] {
  if (!canSendForms()) return []
  const packs: (Pack & { files: PackedFile[] })[] = []
  data.forEach((item, index) => {
    const file = toPackedFile(item, index, options)
    if (!file) return
    const last = packs.at(-1)
    if (last && last.files.length < filesPerRequest && last.byteLength + file.sizeBytes <= MOST_BYTES) {
      last.files.push(file)
      last.byteLength += file.sizeBytes
    } else packs.push({ files: [file], byteLength: file.sizeBytes })
  })
  return packs.filter(({ files }) => files.length > 1)
}

/** The forms of React Native and of emulated pages hold no Blob that `fetch` can send. jsdom has no `fetch`. */
const canSendForms = (): boolean =>
  typeof FormData === 'function' &&
  typeof Response === 'function' &&
  new Response(new FormData()).headers.get('content-type')?.startsWith('multipart/') === true

function toPackedFile(item: unknown, index: number, options: UploadOptions): PackedFile | undefined {
  const data = Object(item) as Blob | Uint8Array
  const isView = ArrayBuffer.isView(data)
  if (!isView && !isBlob(data)) return undefined
  const sizeBytes = isView ? data.byteLength : data.size
  const most = Math.min(MOST_BYTES, (options.multipartMinFileSize ?? Infinity) - 1)
  if (sizeBytes === 0 || !(sizeBytes <= most)) return undefined
  const named = nameAndType(data, options)
  try {
    assertSendable(named)
  } catch {
    return undefined
  }
  return { data, index, sizeBytes, name: named.fileName }
}
