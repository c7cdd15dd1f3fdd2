import { createQueue } from './create-queue.js'
import { parseQueueOptions } from './parse-queue-options.js'
import type { UploadQueue, UploadQueueOptions } from './upload-queue.js'

/**
 * Creates the headless state of many uploads, for any user interface: add, cancel, retry, pause and resume. Signing out with
 * `tokenSource.clear()` ends the uploads and empties the queue.
 *
 * @throws {TypeError} naming an option that is unknown or invalid.
 *
 * @example
 * ```ts
 * import { SecureUploadClient } from '@secure-uploading/client'
 * import { createUploadQueue } from '@secure-uploading/client/queue'
 *
 * const queue = createUploadQueue({ client: new SecureUploadClient({ tokenEndpoint: '/api/upload-token' }) })
 * queue.subscribe(() => console.log(queue.getSnapshot().progress))
 * queue.add([new File(['Hello'], 'hello.txt', { type: 'text/plain' })])
 * await queue.settled()
 * ```
 */
export function createUploadQueue<Data = unknown>(options: UploadQueueOptions<Data>): UploadQueue<Data> {
  return createQueue(parseQueueOptions(options))
}
