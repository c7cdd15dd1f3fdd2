import type { RejectionCode } from '@secure-uploading/core'

/** The outcome of one completed file, in the form sent to the client. Times are whole **seconds**. */
export type FileResult =
  | { uuid: string; status: 'accepted'; data?: unknown }
  | { uuid: string; status: 'processing'; retryAfter: number }
  | { uuid: string; status: 'failed'; code: 'ERR_INTERNAL'; retryAfter: number }
  | { uuid: string; status: 'rejected'; code: RejectionCode; message: string }

/** Creates the result of a file that is not final yet. */
export const processing = (uuid: string, retryAfter = 1): FileResult => ({
  uuid,
  status: 'processing',
  retryAfter: Math.max(1, retryAfter),
})

/** Creates the result of a file that is kept and may be completed again. */
export const failed = (uuid: string): FileResult => ({
  uuid,
  status: 'failed',
  code: 'ERR_INTERNAL',
  retryAfter: 5,
})

/** Creates the result of a file that the project does not have. */
export const notFound = (uuid: string): FileResult => ({
  uuid,
  status: 'rejected',
  code: 'ERR_FILE_NOT_FOUND',
  message: 'The file does not exist.',
})

/** Creates the result of a file without a valid receipt. It must not describe the file, which may be another user's. */
export const receiptInvalid = (uuid: string): FileResult => ({
  uuid,
  status: 'rejected',
  code: 'ERR_RECEIPT_INVALID',
  message: 'The file was not uploaded with an upload token that you received for this route.',
})
