import type { UploadOptions } from '../requests/upload-options.js'

/**
 * Adds up the progress of several uploads, by bytes.
 *
 * @returns a function that creates the options for a share of so many bytes. Without a listener they are the given options,
 *   because progress tracking slows uploads.
 */
export function shareProgress(
  totalBytes: number,
  options: UploadOptions,
): (shareBytes: number) => UploadOptions {
  const { onProgress } = options
  if (!onProgress) return () => options
  let sentBytes = 0
  return (shareBytes) => {
    let sentOfShare = 0
    return {
      ...options,
      onProgress(progress) {
        if (!progress.isComputable || Number.isNaN(progress.value)) return
        // Whole bytes add up to exactly the total.
        const bytes = Math.round(progress.value * shareBytes)
        // A repeated request starts at 0.
        if (bytes <= sentOfShare && shareBytes > 0) return
        sentBytes += bytes - sentOfShare
        sentOfShare = bytes
        onProgress({ isComputable: true, value: totalBytes > 0 ? sentBytes / totalBytes : 1 })
      },
    }
  }
}
