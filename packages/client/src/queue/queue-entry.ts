import type { UploadcareFile } from '@uploadcare/upload-client'
import type { PartsUpload } from '../resumable/create-parts-upload.js'
import type { ResumeMemory } from '../resumable/create-resume-memory.js'
import type { Rate } from './create-rate.js'
import type { UploadItem } from './upload-item.js'

/** The mutable part of an item, which the queue does not show. */
export interface QueueEntry<Data> {
  item: UploadItem<Data>
  /** The place in the list. */
  readonly order: number
  /** The name, size and date of the file that was added. */
  readonly key: string
  readonly metadata: Record<string, string> | undefined
  /** Whether the entry may be sent, or waits for `start`. */
  isStarted: boolean
  /** Whether `beforeUpload` has returned. */
  isPrepared: boolean
  /** Whether all bytes are sent. */
  isSent: boolean
  /** The running attempt. */
  attempt?: AbortController | undefined
  /** The speed of the running attempt. */
  rate?: Rate | undefined
  /** Ends the wait for a retry or the network. */
  stopWaiting?: (() => void) | undefined
  /** The upload of the file, which later attempts continue. */
  upload?: PartsUpload | undefined
  memory?: ResumeMemory | undefined
  /** The uploaded file, while its completion can be repeated. */
  uploaded?: UploadcareFile | undefined
}
