import { SecureUploadClient } from '@secure-uploading/client'
import { createResumableUpload } from '@secure-uploading/client/resumable'
import { createTokenSource } from '@secure-uploading/client/token-source'

globalThis.uploadTwoFiles = async (emulatorUrl) => {
  const tokenSource = createTokenSource({ endpoint: '/api/upload-token' })
  const client = new SecureUploadClient({ tokenSource, baseURL: emulatorUrl, baseCDN: emulatorUrl })
  const small = await client.uploadFile(new File(['hello world'], 'hello.txt'))
  const large = new File([new Uint8Array(10 * 1024 * 1024)], 'large.bin')
  const resumed = await createResumableUpload(client, large).result
  return [small, resumed].map(({ name, size }) => ({ name, size }))
}
