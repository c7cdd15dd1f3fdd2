// Run by vitest with jsdom and happy-dom.
import { SecureUploadClient } from '@secure-uploading/client'

describe('SecureUploadClient', () => {
  it('uploads a File of the environment', async () => {
    const client = new SecureUploadClient({
      tokenEndpoint: process.env.TOKEN_ENDPOINT,
      baseURL: process.env.UPLOAD_URL,
    })
    const file = await client.uploadFile(new File(['x'], 'a.txt'))
    expect([file.originalFilename, file.size]).toEqual(['a.txt', 1])
  })

  it('uploads a Blob in a group and reports progress', async () => {
    const client = new SecureUploadClient({
      tokenEndpoint: process.env.TOKEN_ENDPOINT,
      baseURL: process.env.UPLOAD_URL,
    })
    const shares = []
    const group = await client.uploadFileGroup([new Blob(['ab']), new File(['c'], 'c.txt')], {
      onProgress: ({ value }) => shares.push(value),
    })
    expect(group.totalSize).toBe(3)
    expect(shares.at(-1)).toBe(1)
  })
})
