import type { UploadItem, UploadQueueState } from '@secure-uploading/vue'
import { displayText } from './split-file-name'

/** Describes one upload for the user: its size and what happens to it, or why it failed. `nowMs` is Unix **milliseconds**. */
export function describeUpload(item: UploadItem, nowMs: number): string {
  if (item.error) return displayText(item.error.message)
  return `${formatBytes(item.sizeBytes)} · ${statusText(item, nowMs)}`
}

/** Returns how many uploads have not ended. */
export function countOpen({ counts }: UploadQueueState): number {
  return counts.queued + counts.uploading + counts.processing + counts.paused + counts.waiting
}

/** Counts the uploads by outcome: "3 of 6 uploaded, 1 failed, 1 canceled". */
export function summarizeUploads({ items, counts }: UploadQueueState): string {
  const parts = [`${counts.uploaded} of ${items.length} uploaded`]
  for (const status of ['failed', 'rejected', 'canceled'] as const)
    if (counts[status] > 0) parts.push(`${counts[status]} ${status}`)
  if (counts['needs-file'] > 0) parts.push(`${counts['needs-file']} to choose again`)
  return parts.join(', ')
}

/** Describes the whole queue while it is not idle: "3 MB of 90 MB, 2.1 MB/s, 1 min left". */
export function describeQueue(state: UploadQueueState): string {
  const { status, sentBytes, totalBytes, bytesPerSecond, secondsLeft } = state
  if (status === 'offline') return 'Offline. Uploads continue when the network is back.'
  const bytes = `${formatBytes(sentBytes)} of ${formatBytes(totalBytes)}`
  if (status === 'paused') return `${bytes}, paused`
  return joined(bytes, speedText(bytesPerSecond, secondsLeft))
}

function statusText(item: UploadItem, nowMs: number): string {
  switch (item.status) {
    case 'queued':
      return 'Queued'
    case 'uploading': {
      if (item.sentBytes === 0) return 'Starting'
      if (item.progress === 1) return 'Checking the file'
      return joined(percentOf(item), speedText(item.bytesPerSecond, item.secondsLeft))
    }
    case 'processing':
      return 'Checking the file'
    case 'paused':
      return item.sentBytes === 0 ? 'Paused' : `Paused at ${percentOf(item)}`
    case 'waiting':
      return waitingText(item, nowMs)
    case 'needs-file':
      return 'Choose this file again to continue'
    case 'rejected':
      return 'Not accepted'
    case 'failed':
      return 'The upload failed. Try again.'
    case 'canceled':
      return 'Canceled'
    case 'uploaded':
      return 'Uploaded'
  }
}

function waitingText({ waitingFor }: UploadItem, nowMs: number): string {
  if (waitingFor?.reason !== 'retry') return 'Waiting for the network'
  const seconds = Math.max(1, Math.ceil((waitingFor.retryAtMs - nowMs) / 1000))
  return `${WAITING_TEXTS[waitingFor.what]}Retrying in ${seconds} s`
}

const WAITING_TEXTS = {
  upload: '',
  token: 'Waiting for the server. ',
  completion: 'Waiting for the server to accept the file. ',
}

function speedText(bytesPerSecond: number, secondsLeft: number | undefined): string {
  if (bytesPerSecond <= 0) return ''
  const speed = `${formatBytes(bytesPerSecond)}/s`
  return secondsLeft === undefined ? speed : `${speed}, ${formatSeconds(secondsLeft)} left`
}

const percentOf = ({ progress }: UploadItem): string => `${Math.floor(progress * 100)}%`

const joined = (...texts: string[]): string => texts.filter((text) => text !== '').join(', ')

function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} s`
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`
}

function formatBytes(bytes: number): string {
  let count = bytes
  let unit = 'B'
  for (const larger of ['kB', 'MB', 'GB']) {
    if (count < 999.95) break
    count /= 1000
    unit = larger
  }
  return `${count.toLocaleString('en', { maximumFractionDigits: unit === 'B' ? 0 : 1 })} ${unit}`
}
