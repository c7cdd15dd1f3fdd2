/** The result for one file, as printed with --json. */
export type Outcome = { file: string } & (
  | {
      status: 'uploaded'
      uuid: string
      cdnUrl: string
      name: string
      sizeBytes: number
      mimeType: string
      /** Whether an interrupted upload was resumed. */
      resumed: boolean
    }
  | { status: 'failed'; error: { code?: string; message: string } }
  | { status: 'interrupted' }
)
