import type { ProgressCallback } from '@uploadcare/upload-client'
import type { UploadOptions } from './upload-options.js'

/** Makes the option that passes progress on, but never a step back: a request that is sent again begins at nothing. */
export function reportForward(onProgress: ProgressCallback | undefined): Pick<UploadOptions, 'onProgress'> {
  if (!onProgress) return {}
  let furthest = 0
  return {
    onProgress(progress) {
      if (progress.isComputable) furthest = Math.max(furthest, progress.value)
      onProgress(progress.isComputable ? { isComputable: true, value: furthest } : progress)
    },
  }
}
