/** The ways to upload, and the endpoints that each of them uses. */
export const WAYS = {
  direct: ['token', 'base', 'info'],
  parts: ['token', 'multipart/start', 'part', 'multipart/complete'],
  group: ['base', 'info', 'group'],
  batch: ['base', 'info'],
  resumed: ['part', 'multipart/complete'],
} as const

export type Way = keyof typeof WAYS

/** The result of one file, or of a group, as plain data that a page can return. */
export type Outcome =
  | { status: 'fulfilled'; uuid: string | undefined; sizeBytes: number }
  | { status: 'rejected'; name: string; message: string; code: string | undefined }

export interface WayResult {
  outcomes: Outcome[]
  /** The retries that the client reported. */
  retries: { what: string; delayMs: number }[]
}
