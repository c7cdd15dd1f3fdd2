// The page that bundlers bundle. Its function is `window.upload`.
import { SecureUploadClient } from '@secure-uploading/client'
import { createUploadQueue } from '@secure-uploading/client/queue'
import { createResumableUpload } from '@secure-uploading/client/resumable'
import { createTokenSource } from '@secure-uploading/client/token-source'

window.upload = async ({ TOKEN_ENDPOINT, UPLOAD_URL }) => {
  const tokenSource = createTokenSource({ endpoint: TOKEN_ENDPOINT })
  const client = new SecureUploadClient({ tokenSource, baseURL: UPLOAD_URL })
  const file = await client.uploadFile(new File(['x'], 'a.txt'))
  const large = new File([new Uint8Array(10 * 1024 * 1024)], 'b.bin')
  const { size } = await createResumableUpload(client, large, { resumeKey: 'b' }).result
  return [file.originalFilename, file.size, size]
}

/** Uploads with a queue whose files survive a reload, which loads another chunk. */
window.uploadWithQueue = async ({ TOKEN_ENDPOINT, UPLOAD_URL }) => {
  const client = new SecureUploadClient({ tokenEndpoint: TOKEN_ENDPOINT, baseURL: UPLOAD_URL })
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
  queue.add([new File(['x'], 'a.txt'), new File([new Uint8Array(10 * 1024 * 1024)], 'b.bin')])
  await isStored
  queue.start()
  const items = await queue.settled()
  return items.map(({ status, uploaded }) => [status, uploaded.originalFilename, uploaded.size])
}
