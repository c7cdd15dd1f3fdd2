// Uploads a small file, a large one in parts, a canceled one and a queue of both kinds. Prints the outcomes as JSON.
import { createTokenSource, SecureUploadClient } from '@secure-uploading/client'
import { createResumableUpload } from '@secure-uploading/client/resumable'
import { uploadWithQueue } from './upload-with-queue.js'

const client = new SecureUploadClient({
  tokenSource: createTokenSource({ endpoint: process.env.TOKEN_ENDPOINT }),
  baseURL: process.env.UPLOAD_URL,
})
const large = new Uint8Array(10 * 1024 * 1024)

async function uploadAll() {
  const controller = new AbortController()
  const canceled = client
    .uploadFile(new File(['x'], 'b.txt'), { signal: controller.signal })
    .catch(({ name }) => name)
  controller.abort()
  const queued = await uploadWithQueue(client, [new File(['x'], 'd.txt'), new File([large], 'e.bin')])
  return {
    small: (await client.uploadFile(new File(['x'], 'a.txt'))).size,
    large: (await client.uploadFile(large)).size,
    resumable: (await createResumableUpload(client, new File([large], 'c.bin'), { resumeKey: 'c' }).result)
      .size,
    batch: (await client.uploadFiles([new Blob(['ab']), new Blob(['cd'])])).map(({ status }) => status),
    queue: queued.map(({ status, uploaded }) => [status, uploaded?.size]),
    canceled: await canceled,
  }
}

void uploadAll().then((outcomes) => {
  console.log(JSON.stringify(outcomes))
  process.exit(0)
})
