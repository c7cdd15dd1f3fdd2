import { SecureUploadError } from '@secure-uploading/core/token'
import { assertFile, assertFileCount } from '../routes/assert-file.js'
import type { UploadRouteRules } from '../routes/route-types.js'

/** The properties of a file that rules are about. */
export interface CheckedFile {
  name: string
  sizeBytes: number
  type: string
}

/**
 * Checks a file against several sets of rules, so that the strictest applies.
 *
 * @param fileCount how many files there are with this one
 * @returns the error, or `undefined` when the file breaks no rule
 */
export function findBrokenRule(
  { sizeBytes, type }: CheckedFile,
  fileCount: number,
  rules: readonly UploadRouteRules[],
): Error | undefined {
  try {
    for (const one of rules) {
      assertFile({ size: sizeBytes, type } as File, one)
      assertFileCount(fileCount, one)
    }
    return undefined
  } catch (error) {
    return toError(error)
  }
}

export const duplicateError = (fileName: string): SecureUploadError =>
  new SecureUploadError(
    'ERR_FILE_DUPLICATE',
    `"${fileName}" is in the list already, with the same size and date. Choose another file.`,
    { data: { fileName } },
  )

export const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error), { cause: error })
