import type { UploadOptions } from '../requests/upload-options.js'

/** Keeps reported progress between 0 and 1 and from decreasing: a repeated request starts at 0, and 0 of 0 bytes is NaN. */
export function monotonicProgress(options: UploadOptions): UploadOptions {
  const { onProgress } = options
  if (!onProgress) return options
  let highest = 0
  return {
    ...options,
    onProgress(progress) {
      if (!progress.isComputable) {
        onProgress(progress)
        return
      }
      if (Number.isNaN(progress.value)) return
      highest = Math.min(1, Math.max(highest, progress.value))
      onProgress({ isComputable: true, value: highest })
    },
  }
}
