import type { ProgressCallback } from '@uploadcare/upload-client'
import type { UploadOptions } from './upload-options.js'

/**
 * Adds up the progress of what is uploaded together, by bytes.
 *
 * @returns a function that makes the option for a share of so many bytes. When nobody listens it makes none: to count
 *   the bytes of a body slows it down.
 */
export function shareProgress(
  wholeBytes: number,
  onProgress: ProgressCallback | undefined,
): (shareBytes: number) => Pick<UploadOptions, 'onProgress'> {
  if (!onProgress) return () => ({})
  let sentBytes = 0
  return (shareBytes) => {
    let sentOfShare = 0
    return {
      onProgress(progress) {
        if (!progress.isComputable) return
        // Whole bytes add up to exactly the whole.
        const bytes = Math.round(progress.value * shareBytes)
        sentBytes += bytes - sentOfShare
        sentOfShare = bytes
        onProgress({ isComputable: true, value: sentBytes / wholeBytes })
      },
    }
  }
}
