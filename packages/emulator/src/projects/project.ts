/** A project, as its dashboard shows it. */
export interface Project {
  publicKey: string
  /** Any of them verifies. */
  secretKeys: readonly string[]
  /** Whether the signed requests need a credential. With it off, credentials are ignored. */
  secureUploading: boolean
  /** Whether a file is stored for good when the upload says `auto` or nothing. */
  autostore: boolean
}

/** A project as it is given to an emulator. */
export type ProjectOptions = Pick<Project, 'publicKey' | 'secretKeys'> &
  Partial<Omit<Project, 'publicKey' | 'secretKeys'>>
