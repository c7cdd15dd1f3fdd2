/** A group: an immutable list of files of one project. */
export interface FileGroup {
  /** `<uuid>~<number of files>` */
  id: string
  publicKey: string
  createdAtMs: number
  files: readonly { uuid: string; defaultEffects: string }[]
}
