import type { SecureUploadClient } from '../../src/index.js'
import { createResumableUpload } from '../../src/resumable/index.js'

const PART_FILE_BYTES = 11 * 1024 * 1024

/** Each way to upload, with the endpoints that it uses. */
export interface Way {
  name: 'direct' | 'parts' | 'group' | 'batch' | 'resumed'
  endpoints: readonly string[]
  /** Rejects when an upload fails. */
  upload(client: SecureUploadClient, signal?: AbortSignal): Promise<unknown>
}

const small = (): File => new File(['Hello'], 'hello.txt', { type: 'text/plain' })
const large = (): File => new File([new Uint8Array(PART_FILE_BYTES)], 'large.bin')
const MULTIPART = ['multipart/start', 'part', 'multipart/complete']

export const WAYS: readonly Way[] = [
  {
    name: 'direct',
    endpoints: ['base', 'info'],
    upload: (client, signal) => client.uploadFile(small(), signal ? { signal } : {}),
  },
  {
    name: 'parts',
    endpoints: MULTIPART,
    upload: (client, signal) => client.uploadFile(large(), signal ? { signal } : {}),
  },
  {
    name: 'group',
    endpoints: ['base', 'info', 'group'],
    upload: (client, signal) => client.uploadFileGroup([small(), small()], signal ? { signal } : {}),
  },
  {
    name: 'batch',
    endpoints: ['base', 'info'],
    async upload(client) {
      const outcomes = await client.uploadFiles([small(), small(), small()])
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason as Error
    },
  },
  {
    name: 'resumed',
    endpoints: [...MULTIPART, 'info'],
    upload: (client) => createResumableUpload(client, large()).result,
  },
]
