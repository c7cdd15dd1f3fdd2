// The page that webpack 4 and Parcel bundle. Its result is `window.uploaded`.
import { SecureUploadClient } from '@secure-uploading/client'
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
