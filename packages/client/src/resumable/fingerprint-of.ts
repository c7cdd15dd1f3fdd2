/**
 * Identifies a file by name, size, date and the SHA-256 of its first and last part. A Blob has no date, so all of its parts
 * are hashed.
 */
export async function fingerprintOf(file: Blob, partBytes: number): Promise<string> {
  const { name = '', lastModified } = file as Partial<File>
  const lastPart = Math.ceil(file.size / partBytes) - 1
  const parts =
    lastModified === undefined ? Array.from({ length: lastPart + 1 }, (_, part) => part) : [0, lastPart]
  const hashes: string[] = []
  // Sequentially, so that only one part is in memory.
  for (const part of parts) hashes.push(await sha256(file.slice(part * partBytes, (part + 1) * partBytes)))
  return [name, file.size, lastModified, ...hashes].join('/')
}

/** Pages without TLS have no WebCrypto: there, name, size and date identify the file. */
async function sha256(part: Blob): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined
  const digest = await subtle?.digest('SHA-256', await part.arrayBuffer())
  return Array.from(new Uint8Array(digest ?? []), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
