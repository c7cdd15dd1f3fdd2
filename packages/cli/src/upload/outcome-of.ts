import type { UploadItem } from '@secure-uploading/client/queue'
import { failureOf } from './failure-of.js'
import type { OpenFile } from './open-file.js'
import type { Outcome } from './outcome.js'
import type { UploadSetup } from './upload-setup.js'

/**
 * Describes how the upload of a file ended.
 *
 * @param foundUuid of the interrupted upload that was found
 * @returns `undefined` if it has not ended, or was interrupted
 */
export function outcomeOf(
  { status, uploaded, error }: UploadItem,
  { givenPath }: OpenFile,
  setup: UploadSetup,
  foundUuid: string | undefined,
): Outcome | undefined {
  if (uploaded) {
    const { uuid, cdnUrl, name, size: sizeBytes, mimeType } = uploaded
    const resumed = foundUuid === uuid
    return { file: givenPath, status: 'uploaded', uuid, cdnUrl, name, sizeBytes, mimeType, resumed }
  }
  if (status !== 'failed' && status !== 'rejected') return undefined
  return { file: givenPath, status: 'failed', error: failureOf(error, setup) }
}

/** @returns the words for an outcome, as progress shows them */
export function wordsFor(outcome: Outcome): string {
  if (outcome.status === 'interrupted') return 'interrupted'
  if (outcome.status === 'uploaded') return outcome.resumed ? 'uploaded (resumed)' : 'uploaded'
  const { code, message } = outcome.error
  return `failed: ${message}${code ? ` (${code})` : ''}`
}
