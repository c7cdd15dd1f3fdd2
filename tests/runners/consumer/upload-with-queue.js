import { createUploadQueue } from '@secure-uploading/client/queue'

/** Uploads files with a queue that stores them, which loads another chunk. Starts when the first one is stored. */
export async function uploadWithQueue(client, files) {
  const stored = new Map()
  let noteStored
  const isStored = new Promise((resolve) => (noteStored = resolve))
  const resumeStore = {
    get: async (key) => stored.get(key),
    set: async (key, value) => {
      stored.set(key, value)
      noteStored()
    },
    delete: async (key) => void stored.delete(key),
  }
  const queue = createUploadQueue({ client, owner: 'user', resumeStore, autoStart: false })
  queue.add(files)
  await isStored
  queue.start()
  return queue.settled()
}
