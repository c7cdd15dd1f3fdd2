// The page that bundlers bundle. Its functions are `window.upload` and `window.uploadWithQueue`.
import { SecureUploadClient } from '@secure-uploading/client'
import { createResumableUpload } from '@secure-uploading/client/resumable'
import { createTokenSource } from '@secure-uploading/client/token-source'
import { uploadWithQueue } from './upload-with-queue.js'

window.upload = async ({ TOKEN_ENDPOINT, UPLOAD_URL }) => {
  const tokenSource = createTokenSource({ endpoint: TOKEN_ENDPOINT })
  const client = new SecureUploadClient({ tokenSource, baseURL: UPLOAD_URL })
  const file = await client.uploadFile(new File(['x'], 'a.txt'))
  const large = new File([new Uint8Array(10 * 1024 * 1024)], 'b.bin')
  const { size } = await createResumableUpload(client, large, { resumeKey: 'b' }).result
  return [file.originalFilename, file.size, size]
}

window.uploadWithQueue = async ({ TOKEN_ENDPOINT, UPLOAD_URL }) => {
  const client = new SecureUploadClient({ tokenEndpoint: TOKEN_ENDPOINT, baseURL: UPLOAD_URL })
  const files = [new File(['x'], 'a.txt'), new File([new Uint8Array(10 * 1024 * 1024)], 'b.bin')]
  const items = await uploadWithQueue(client, files)
  return items.map(({ status, uploaded }) => [status, uploaded.originalFilename, uploaded.size])
}
