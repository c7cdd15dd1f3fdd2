/** The object URLs of files, which are created on demand. */
export interface Previews {
  get(id: string, file: Blob): string | undefined
  revoke(id: string): void
  revokeAll(): void
}

export function createPreviews(): Previews {
  const urls = new Map<string, string>()

  function revoke(id: string): void {
    const url = urls.get(id)
    if (url !== undefined) URL.revokeObjectURL(url)
    urls.delete(id)
  }

  return {
    get(id, file) {
      // React Native has no object URLs.
      if (!urls.has(id) && typeof URL.createObjectURL === 'function') urls.set(id, URL.createObjectURL(file))
      return urls.get(id)
    },
    revoke,
    revokeAll() {
      for (const id of urls.keys()) revoke(id)
    },
  }
}
