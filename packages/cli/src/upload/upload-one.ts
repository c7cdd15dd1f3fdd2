import type { SecureUploadClient } from '@secure-uploading/client'
import { createResumableUpload, type ResumableUploadOptions } from '@secure-uploading/client/resumable'
import type { OpenFile } from './open-file.js'
import { failureOf } from './failure-of.js'
import type { Outcome } from './outcome.js'
import type { UploadProgress } from './progress/upload-progress.js'
import type { ResumePlace } from './resume/resume-place.js'
import type { UploadSetup } from './upload-setup.js'

/** Uploads a file. Never rejects: a failure is an outcome, too. */
export async function uploadOne(
  client: SecureUploadClient,
  { givenPath, file }: OpenFile,
  { signal, ...settings }: ResumableUploadOptions & { signal: AbortSignal },
  setup: UploadSetup,
  place: ResumePlace | undefined,
  progress: UploadProgress,
): Promise<Outcome> {
  const isInterrupted = (): boolean => signal.aborted
  if (isInterrupted()) return { file: givenPath, status: 'interrupted' }
  const bar = progress.begin(givenPath, file.size)
  try {
    const { result } = createResumableUpload(client, file, {
      ...settings,
      // Only the owner of the folder can read the store.
      ...(place && { resumeKey: place.key, resumeStore: place.store, owner: 'anyone' }),
      signal,
      onProgress(event) {
        if (event.isComputable) bar.update(event.value)
      },
    })
    const { uuid, cdnUrl, name, size: sizeBytes, mimeType } = await result
    const resumed = place?.foundUuid() === uuid
    bar.end(resumed ? 'uploaded (resumed)' : 'uploaded')
    return { file: givenPath, status: 'uploaded', uuid, cdnUrl, name, sizeBytes, mimeType, resumed }
  } catch (error) {
    if (isInterrupted()) {
      bar.end('interrupted')
      return { file: givenPath, status: 'interrupted' }
    }
    const failure = failureOf(error, setup)
    bar.end(`failed: ${failure.message}${failure.code ? ` (${failure.code})` : ''}`)
    return { file: givenPath, status: 'failed', error: failure }
  }
}
