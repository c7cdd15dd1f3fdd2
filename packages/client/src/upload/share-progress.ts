import type { ProgressCallback } from '@uploadcare/upload-client'

/**
 * Adds up the progress of what is uploaded together, by bytes.
 *
 * @returns a function that makes the callback for a share of so many bytes
 */
export function shareProgress(
  wholeBytes: number,
  onProgress: ProgressCallback | undefined,
): (shareBytes: number) => ProgressCallback {
  let sentBytes = 0
  return (shareBytes) => {
    let sentOfShare = 0
    return (progress) => {
      if (!progress.isComputable) return
      // Whole bytes add up to exactly the whole.
      const bytes = Math.round(progress.value * shareBytes)
      sentBytes += bytes - sentOfShare
      sentOfShare = bytes
      onProgress?.({ isComputable: true, value: sentBytes / wholeBytes })
    }
  }
}
