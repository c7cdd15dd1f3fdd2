import type { UploadOptions } from '../requests/upload-options.js'

/** Keeps reported progress from decreasing, because a repeated request starts at 0. */
export function monotonicProgress(options: UploadOptions): UploadOptions {
  const { onProgress } = options
  if (!onProgress) return options
  let highest = 0
  return {
    ...options,
    onProgress(progress) {
      if (progress.isComputable) highest = Math.max(highest, progress.value)
      onProgress(progress.isComputable ? { isComputable: true, value: highest } : progress)
    },
  }
}
