import type { UploadQueueState } from '@secure-uploading/client/queue'
import { formatBytes } from './format-bytes'
import { formatDuration } from './format-duration'

/** Summarizes all files: "3 of 6 uploaded, 2 failed, 1 canceled". */
export function summarizeUploads({ items, counts }: Pick<UploadQueueState, 'items' | 'counts'>): string {
  const others = [
    [counts.failed, 'failed'],
    [counts.rejected, 'rejected'],
    [counts.canceled, 'canceled'],
    [counts['needs-file'], counts['needs-file'] === 1 ? 'waits for its file' : 'wait for their files'],
  ] as const
  return [
    `${counts.uploaded} of ${items.length} uploaded`,
    ...others.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
  ].join(', ')
}

/** Returns the line below the summary: bytes, speed and time left, or why nothing is sent. */
export function describeTotals(state: UploadQueueState): string {
  const { status, counts, sentBytes, totalBytes, bytesPerSecond, secondsLeft } = state
  const bytes = `${formatBytes(sentBytes)} of ${formatBytes(totalBytes)}`
  switch (status) {
    case 'idle':
      return counts.uploaded > 0 ? formatBytes(sentBytes) : ''
    case 'paused':
      return `Paused · ${bytes}`
    case 'offline':
      return 'Offline. Uploads continue when the network is back.'
    case 'uploading':
      return [
        bytes,
        ...(bytesPerSecond > 0 ? [`${formatBytes(bytesPerSecond)}/s`] : []),
        ...(secondsLeft === undefined ? [] : [`${formatDuration(secondsLeft * 1000)} left`]),
      ].join(' · ')
  }
}
