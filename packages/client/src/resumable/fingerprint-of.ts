/** Tells a file apart from others: by name, size, date and the SHA-256 of its first part, where there is WebCrypto. */
export async function fingerprintOf(file: Blob, partBytes: number): Promise<string> {
  const { name = '', lastModified = 0 } = file as Partial<File>
  // Pages without TLS have none.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  const digest = await subtle?.digest('SHA-256', await file.slice(0, partBytes).arrayBuffer())
  const hex = Array.from(new Uint8Array(digest ?? []), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [name, file.size, lastModified, hex].join('/')
}
