/** The owner of an uploaded file. */
export interface OwnedFile {
  uuid: string
  owner: string
}

/** The owners of uploaded files, in the order in which the webhook reported them. */
export interface Owners {
  note: (file: OwnedFile) => void
  /** Returns the files of a user that were noted after the first `since` files of this user. */
  filesOf: (owner: string, since: number) => readonly OwnedFile[]
}

/** Keeps owners in memory. Replace it with the database of your app. */
export function createOwners(): Owners {
  const byOwner = new Map<string, Map<string, OwnedFile>>()
  return {
    note(file) {
      const files = byOwner.get(file.owner) ?? new Map<string, OwnedFile>()
      byOwner.set(file.owner, files)
      // The same webhook may arrive twice.
      files.set(file.uuid, file)
    },
    filesOf: (owner, since) => [...(byOwner.get(owner)?.values() ?? [])].slice(since),
  }
}
