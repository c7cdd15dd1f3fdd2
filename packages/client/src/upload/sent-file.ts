/** A file whose bytes Uploadcare has, ready or not. */
export interface SentFile {
  uuid: string
  /** The key that its token went with. */
  publicKey: string
}
