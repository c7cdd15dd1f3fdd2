import { deviceNetwork } from '../network/device-network.js'
import type { UploadQueueState } from './upload-queue.js'

/** The state of a queue that its items do not show. */
export interface QueueFlags {
  /** Whether `pause` was called for all files, and one is not final. */
  isHeld: boolean
  /** Returns whether a queued file is sent at its turn. */
  isStarted: () => boolean
}

export function queueStatusOf(
  counts: UploadQueueState['counts'],
  { isHeld, isStarted }: QueueFlags,
): UploadQueueState['status'] {
  if (isHeld) return 'paused'
  const isSending = counts.uploading + counts.processing > 0
  const isActive = isSending || counts.waiting > 0 || (counts.queued > 0 && isStarted())
  if (isActive) return !isSending && deviceNetwork.isOffline() ? 'offline' : 'uploading'
  return counts.paused > 0 ? 'paused' : 'idle'
}
