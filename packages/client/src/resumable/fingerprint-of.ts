import { readBytes } from '../upload/to-bytes.js'

/**
 * Identifies a file by name, size, date and the SHA-256 of its first and last part. A Blob has no date, so all of its parts
 * are hashed.
 *
 * @throws {SecureUploadError} `ERR_FILE_UNREADABLE` when the file was changed or deleted after it was selected.
 */
export async function fingerprintOf(
  file: Blob,
  partBytes: number,
  fileName: string | undefined,
): Promise<string> {
  const { name = '', lastModified } = file as Partial<File>
  const lastPart = Math.ceil(file.size / partBytes) - 1
  const parts =
    lastModified === undefined ? Array.from({ length: lastPart + 1 }, (_, part) => part) : [0, lastPart]
  const hashes: string[] = []
  // Sequentially, so that only one part is in memory.
  for (const part of parts) {
    const bytes = await readBytes(file.slice(part * partBytes, (part + 1) * partBytes), fileName)
    hashes.push(await sha256Hex(bytes))
  }
  return [name, file.size, lastModified, ...hashes].join('/')
}

/** Returns `''` without WebCrypto, like on pages without TLS: there, name, size and date identify a file. */
export async function sha256Hex(bytes: ArrayBuffer): Promise<string> {
  const { subtle } = (globalThis.crypto as Partial<Crypto> | undefined) ?? {}
  const digest = await subtle?.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest ?? []), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
