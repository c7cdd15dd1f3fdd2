import { vi } from 'vitest'
import { createQueue } from '../../src/queue/create-queue.js'
import { parseQueueOptions } from '../../src/queue/parse-queue-options.js'
import type { UploadItem } from '../../src/queue/upload-item.js'
import type { UploadQueue, UploadQueueOptions } from '../../src/queue/upload-queue.js'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import type { TokenSource } from '../../src/token-source/token-source.js'
import { createFakeClock } from '../fake-clock.js'
import { attempts, createScriptedUpload, type Attempt } from './scripted-upload.js'

/** Creates a file of any size without its bytes. */
export function fileOf(name: string, sizeBytes = 5, lastModified = 1): File {
  return Object.defineProperty(new File([], name, { type: 'text/plain', lastModified }), 'size', {
    value: sizeBytes,
  })
}

/** Creates a queue whose uploads the test ends. */
export const createScriptedQueue = <Data>(options: UploadQueueOptions<Data>): UploadQueue<Data> =>
  createQueue({ ...parseQueueOptions(options), createUpload: createScriptedUpload })

export type QueueWorld = ReturnType<typeof createQueueWorld>

/** A queue whose clock, network and uploads the test controls. */
export function createQueueWorld(options: Partial<UploadQueueOptions> = {}) {
  attempts.length = 0
  const clock = createFakeClock()
  const device = { onLine: true }
  vi.stubGlobal('navigator', device)
  const source: TokenSource = createTokenSource({ endpoint: 'https://app.example/token', clock })
  const queue = createScriptedQueue({ ...options, client: undefined, route: undefined, source })
  let notifications = 0
  queue.subscribe(() => notifications++)

  const live = (): Attempt[] => attempts.filter(({ isOver }) => !isOver)
  return {
    clock,
    device,
    source,
    queue,
    attempts,
    live,
    /** The attempt of an item. */
    attemptOf: (item: UploadItem | undefined): Attempt => {
      const found = live().find(({ id }) => id === item?.id)
      if (!found) throw new Error(`"${String(item?.name)}" is not being sent`)
      return found
    },
    statuses: () => queue.getSnapshot().items.map(({ status }) => status),
    get notifications() {
      return notifications
    },
    settle: () => clock.advance(0),
  }
}
