import type { UploadcareFile } from '@uploadcare/upload-client'
import type { PartsUpload } from '../resumable/create-parts-upload.js'
import type { ResumeMemory } from '../resumable/create-resume-memory.js'
import type { Rate } from './create-rate.js'
import type { StoredFile } from './stored-file.js'
import type { UploadItem, UploadItemStatus } from './upload-item.js'

/** The mutable part of an item, which the queue does not show. */
export interface QueueEntry<Data> {
  item: UploadItem<Data>
  /** The place in the list. */
  readonly order: number
  /** The file that was added, before `beforeUpload`. */
  original: Pick<StoredFile, 'file' | 'name' | 'sizeBytes' | 'type'>
  /** The name, size and date of the file that was added. */
  key: string
  readonly lastModified: number
  readonly metadata: Record<string, string> | undefined
  readonly addedAtMs: number
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
  /** Ends the timer that shows no speed without progress. */
  stopStall?: (() => void) | undefined
  /** The upload of the file, which later attempts continue. */
  upload?: PartsUpload | undefined
  /** The name under which the session of the parts is stored. */
  resumeKey?: string | undefined
  /** Whether the app adds the file again after a reload, so that `restore` does not. */
  isKeptByApp: boolean
  memory?: ResumeMemory | undefined
  /** The uploaded file, while its completion can be repeated. */
  uploaded?: UploadcareFile | undefined
}

export function createEntry<Data>(
  id: string,
  order: number,
  { file, name, sizeBytes, type, lastModified, metadata, addedAtMs }: Omit<StoredFile, 'owner'>,
  status: UploadItemStatus,
): QueueEntry<Data> {
  return {
    item: {
      id,
      ...(file && { file }),
      name,
      sizeBytes,
      type,
      status,
      progress: 0,
      sentBytes: 0,
      bytesPerSecond: 0,
    },
    order,
    original: { ...(file && { file }), name, sizeBytes, type },
    key: keyOf({ name, size: sizeBytes, lastModified }),
    lastModified,
    metadata,
    addedAtMs,
    isStarted: false,
    isPrepared: false,
    isSent: false,
    isKeptByApp: false,
  }
}

/** Identifies a file that was selected twice. */
export const keyOf = ({ name, size, lastModified }: Pick<File, 'name' | 'size' | 'lastModified'>): string =>
  JSON.stringify([name, size, lastModified])
