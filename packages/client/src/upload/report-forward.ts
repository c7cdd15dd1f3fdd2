import type { ProgressCallback } from '@uploadcare/upload-client'

/** Passes progress on, but never a step back: a request that is sent again begins at nothing. */
export function reportForward(onProgress: ProgressCallback | undefined): ProgressCallback {
  let furthest = 0
  return (progress) => {
    if (!progress.isComputable) {
      onProgress?.(progress)
      return
    }
    furthest = Math.max(furthest, progress.value)
    onProgress?.({ isComputable: true, value: furthest })
  }
}
