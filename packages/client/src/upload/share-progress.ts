import type { UploadOptions } from './upload-options.js'

/**
 * Adds up the progress of what is uploaded together, by bytes.
 *
 * @returns a function that makes the options for a share of so many bytes: the same ones when nobody listens, for to
 *   count the bytes of a body slows it down.
 */
export function shareProgress(
  wholeBytes: number,
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
