// Uploads a small file, a large one in parts, a canceled one and a queue of both kinds. Prints the outcomes as JSON.
import { createTokenSource, SecureUploadClient } from '@secure-uploading/client'
import { createUploadQueue } from '@secure-uploading/client/queue'
import { createResumableUpload } from '@secure-uploading/client/resumable'

const client = new SecureUploadClient({
  tokenSource: createTokenSource({ endpoint: process.env.TOKEN_ENDPOINT }),
  baseURL: process.env.UPLOAD_URL,
})
const large = new Uint8Array(10 * 1024 * 1024)

/** Uploads with a queue whose files survive a restart, which loads another chunk. */
async function uploadWithQueue() {
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
  queue.add([new File(['x'], 'd.txt'), new File([large], 'e.bin')])
  await isStored
  queue.start()
  return (await queue.settled()).map(({ status, uploaded }) => [status, uploaded?.size])
}

async function uploadAll() {
  const controller = new AbortController()
  const canceled = client
    .uploadFile(new File(['x'], 'b.txt'), { signal: controller.signal })
    .catch(({ name }) => name)
  controller.abort()
  return {
    small: (await client.uploadFile(new File(['x'], 'a.txt'))).size,
    large: (await client.uploadFile(large)).size,
    resumable: (await createResumableUpload(client, new File([large], 'c.bin'), { resumeKey: 'c' }).result)
      .size,
    batch: (await client.uploadFiles([new Blob(['ab']), new Blob(['cd'])])).map(({ status }) => status),
    queue: await uploadWithQueue(),
    canceled: await canceled,
  }
}

void uploadAll().then((outcomes) => {
  console.log(JSON.stringify(outcomes))
  process.exit(0)
})
