import { formatBytes } from '../format/format-bytes.js'
import { formatDuration } from '../format/format-duration.js'
import type { Upload } from '../state/upload.js'

/** Returns the line below the file name. */
export function describeUpload({ file, status }: Upload): string {
  const size = formatBytes(file.size)
  switch (status.kind) {
    case 'waiting':
      return `${size} · Waiting`
    case 'uploading':
      return describeProgress(file.size, status.sentBytes, status.bytesPerSecond)
    case 'done':
      return file.size === 0 ? 'Uploaded, but this file is empty (0 bytes)' : `${size} · Uploaded`
    case 'failed':
      return status.reason
    case 'canceled':
      return `${size} · Canceled`
  }
}

function describeProgress(sizeBytes: number, sentBytes: number, bytesPerSecond: number | undefined): string {
  const size = formatBytes(sizeBytes)
  if (sentBytes === 0) return `${size} · Starting`
  if (sentBytes >= sizeBytes) return `${size} · Finishing`
  const sent = `${formatBytes(sentBytes)} of ${size}`
  return bytesPerSecond ? `${sent} · ${formatBytes(bytesPerSecond)}/s` : sent
}

/** Returns the remaining time, which is shown after the description where space allows. */
export function describeTimeLeft({ file, status }: Upload): string {
  if (status.kind !== 'uploading' || !status.bytesPerSecond) return ''
  const leftMs = ((file.size - status.sentBytes) / status.bytesPerSecond) * 1000
  return leftMs > 0 ? ` · ${formatDuration(Math.ceil(leftMs / 1000) * 1000)} left` : ''
}
