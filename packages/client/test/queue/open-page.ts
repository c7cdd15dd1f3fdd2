import { afterEach, beforeEach, vi } from 'vitest'
import { createUploadQueue } from '../../src/queue/create-upload-queue.js'
import type { UploadQueue, UploadQueueSettings } from '../../src/queue/upload-queue.js'
import type { ResumeStore } from '../../src/resumable/resume-store.js'
import { settlePromises } from '../fake-clock.js'
import type { useStage } from '../use-stage.js'
import { createFakeLocks } from './fake-locks.js'

/** Opens the queues of pages that share a store, and destroys them after each test. */
export function usePages(stage: Awaited<ReturnType<typeof useStage>>) {
  const queues: UploadQueue[] = []
  beforeEach(() => {
    vi.stubGlobal('navigator', { locks: createFakeLocks() })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    for (const queue of queues.splice(0)) queue.destroy()
  })

  return {
    open: (resumeStore: ResumeStore, settings: UploadQueueSettings = {}, client = stage.createClient()) => {
      const queue = createUploadQueue({ client, owner: 'ann', autoStart: false, resumeStore, ...settings })
      queues.push(queue)
      return queue
    },
    /** Leaves the page: its locks end. */
    leave: async (queue: UploadQueue): Promise<void> => {
      await settleStore()
      queue.destroy()
      await settleStore()
    },
  }
}

export const fileOf = (name: string, length = 5, lastModified = 1): File =>
  new File([new Uint8Array(length)], name, { type: 'text/plain', lastModified })

export async function settleStore(): Promise<void> {
  for (let round = 0; round < 20; round++) await settlePromises()
}

export const shown = (queue: UploadQueue): string[] =>
  queue.getSnapshot().items.map(({ name, status }) => `${name} ${status}`)
