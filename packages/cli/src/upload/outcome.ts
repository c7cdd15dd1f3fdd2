/** What became of a file, as it is printed with --json. */
export type Outcome = { file: string } & (
  | {
      status: 'uploaded'
      uuid: string
      cdnUrl: string
      name: string
      sizeBytes: number
      mimeType: string
      /** Whether parts were there already from a time before. */
      resumed: boolean
    }
  | { status: 'failed'; error: { code?: string; message: string } }
  | { status: 'interrupted' }
)
