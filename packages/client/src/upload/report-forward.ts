import type { UploadOptions } from './upload-options.js'

/** Lets progress never take a step back: a request that is sent again begins at nothing. */
export function reportForward(options: UploadOptions): UploadOptions {
  const { onProgress } = options
  if (!onProgress) return options
  let furthest = 0
  return {
    ...options,
    onProgress(progress) {
      if (progress.isComputable) furthest = Math.max(furthest, progress.value)
      onProgress(progress.isComputable ? { isComputable: true, value: furthest } : progress)
    },
  }
}
