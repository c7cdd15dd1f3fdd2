import { SecureUploadError } from '@secure-uploading/core/token'
import type { Sliceable } from '@uploadcare/upload-client'
import { readBlob, toSendable, toSliceable } from '../platform/index.js'
import type { UploadInput } from './upload-input.js'

const EXPECTED = 'Expected a File, a Blob, bytes, a stream of bytes, a URL or a UUID to upload'

/** What to pass instead of values that contain an upload. */
const INSTEAD = /* @__PURE__ */ new Map([
  ['URL', 'its href'],
  ['ArrayBuffer', 'new Uint8Array(buffer)'],
])

/**
 * Converts the bytes of an upload to a value with a size that can be sliced. Values of other realms (iframes, jsdom, vm
 * contexts) fail `instanceof`, so they are recognized by shape.
 *
 * @throws {TypeError} when the value is not supported.
 */
export async function toBytes(data: Exclude<UploadInput, string>): Promise<Sliceable> {
  assertBytes(data)
  if (isBlob(data)) return data
  if (ArrayBuffer.isView(data)) return toSliceable(data)
  // A React Native asset refers to a file by its address.
  if (isAsset(data)) return readAsset(data)
  // In Node a Response accepts every stream of bytes, which its type does not show.
  return new Response(data as unknown as ReadableStream<Uint8Array>).blob()
}

/** @throws {TypeError} when the value is not supported. */
export function assertBytes(data: unknown): void {
  const isObject = typeof data === 'object' && data !== null
  if (isObject && (isBlob(data) || ArrayBuffer.isView(data) || isAsset(data) || isStream(data))) return
  const type = describe(data)
  const instead = INSTEAD.get(type)
  throw new TypeError(`${EXPECTED}, got ${type}${instead ? `: pass ${instead}` : ''}`)
}

/** Converts bytes to the type that upload-client can send here. Reads no more than the given part or file. */
export const toBody = (data: Sliceable, fileName: string | undefined): Promise<Sliceable> =>
  toSendable(data, (blob) => readBytes(blob, fileName))

/** @throws {SecureUploadError} `ERR_FILE_UNREADABLE` when a file was changed or deleted after it was selected. */
export async function assertReadable(data: Sliceable, fileName: string | undefined): Promise<void> {
  if (isBlob(data)) await readBytes(data.slice(0, 1), fileName)
}

/** Returns the size of a `Blob` or a `Buffer`. */
export const sizeBytesOf = (data: Sliceable): number => (isBlob(data) ? data.size : data.length)

export const isBlob = (data: object): data is Blob =>
  'size' in data && 'type' in data && 'slice' in data && !ArrayBuffer.isView(data)

interface Asset {
  uri: string
  name?: string
  type?: string
}

const isAsset = (data: object): data is Asset => 'uri' in data && typeof data.uri === 'string'

/** Whether the platform reads an asset when it sends a form, which only React Native does. Others get its bytes. */
export const isSentAsAsset = (data: object): data is Asset =>
  isAsset(data) && (globalThis.navigator as Partial<Navigator> | undefined)?.product === 'ReactNative'

const isStream = (data: object): boolean => 'getReader' in data || Symbol.asyncIterator in data

/**
 * Reads a Blob.
 *
 * @throws {SecureUploadError} `ERR_FILE_UNREADABLE` when a file was changed or deleted after it was selected.
 */
export const readBytes = (blob: Blob, fileName: string | undefined): Promise<ArrayBuffer> =>
  readOrName(fileName, async () => {
    const bytes = await readBlob(blob)
    return bytes.byteLength === blob.size ? bytes : undefined
  })

const readAsset = ({ uri, name }: Asset): Promise<Blob> =>
  readOrName(name, async () => {
    const response = await fetch(uri)
    // Some versions of React Native read a file with the status 0.
    return response.status < 400 ? response.blob() : undefined
  })

async function readOrName<T>(fileName: string | undefined, read: () => Promise<T | undefined>): Promise<T> {
  let cause: unknown
  try {
    const content = await read()
    if (content !== undefined) return content
  } catch (error) {
    cause = error
  }
  // A name of an asset may be null.
  const name = fileName ?? 'The file'
  throw new SecureUploadError(
    'ERR_FILE_UNREADABLE',
    `"${name}" cannot be read. It was changed, moved or deleted after it was selected: select it again.`,
    { cause, data: { fileName: name } },
  )
}

function describe(data: unknown): string {
  if (typeof data !== 'object' || data === null) return data === null ? 'null' : typeof data
  return Object.prototype.toString.call(data).slice(8, -1)
}
