import { isSecureUploadError } from '@secure-uploading/client'
import type { UploadItem } from '@secure-uploading/client/queue'
import { formatBytes } from './format-bytes'
import { formatDuration } from './format-duration'
import { displayText } from './split-file-name'

/**
 * Returns the line below the name of a file.
 *
 * @param nowMs Unix **milliseconds**
 */
export function describeUpload(item: UploadItem, nowMs: number): string {
  const size = formatBytes(item.sizeBytes)
  switch (item.status) {
    case 'rejected':
    case 'failed':
      return describeError(item)
    case 'needs-file':
      return `${size} · Choose the file again to continue`
    case 'uploading':
      return describeProgress(item, size)
    case 'processing':
      return `${size} · Checking the file`
    case 'paused':
      return `${size} · ${item.sentBytes > 0 ? `Paused at ${percentOf(item)}` : 'Paused'}`
    case 'waiting':
      return `${size} · ${describeWaiting(item, nowMs)}`
    case 'uploaded':
      return item.sizeBytes === 0 ? 'Uploaded, but this file is empty (0 bytes)' : `${size} · Uploaded`
    case 'queued':
      return `${size} · Queued`
    case 'canceled':
      return `${size} · Canceled`
  }
}

function describeError({ error }: UploadItem): string {
  if (error && isSecureUploadError(error, 'ERR_FILE_TOO_LARGE') && error.data) {
    const { sizeBytes, maxBytes } = error.data
    return `The file has ${formatBytes(sizeBytes)}, and at most ${formatBytes(maxBytes)} are accepted. Choose a smaller file.`
  }
  return displayText(error?.message ?? 'The upload failed. Try again.')
}

function describeProgress(item: UploadItem, size: string): string {
  const { sentBytes, bytesPerSecond, secondsLeft } = item
  if (sentBytes === 0) return `${size} · Starting`
  // All bytes are sent, and the answer has not arrived.
  if (item.progress === 1) return `${size} · Checking the file`
  return [
    `${size} · ${percentOf(item)}`,
    ...(bytesPerSecond > 0 ? [`${formatBytes(bytesPerSecond)}/s`] : []),
    ...(secondsLeft === undefined ? [] : [`${formatDuration(secondsLeft * 1000)} left`]),
  ].join(', ')
}

function describeWaiting({ waitingFor }: UploadItem, nowMs: number): string {
  if (waitingFor?.reason !== 'retry') return 'Waiting for the network'
  const delay = formatDuration(Math.max(1000, waitingFor.retryAtMs - nowMs))
  return `${WAITING_TEXTS[waitingFor.what]}Retrying in ${delay}`
}

const WAITING_TEXTS = {
  upload: '',
  token: 'Waiting for the server. ',
  completion: 'Waiting for the server to accept the file. ',
}

const percentOf = ({ progress }: UploadItem): string => `${Math.floor(progress * 100)}%`
