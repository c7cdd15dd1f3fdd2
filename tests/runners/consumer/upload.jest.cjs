// Run by jest with jsdom, which has no fetch.
const { SecureUploadClient, createTokenSource } = require('@secure-uploading/client')

describe('SecureUploadClient', () => {
  it('uploads a File of the environment', async () => {
    const fetchToken = async () => JSON.parse(process.env.UPLOAD_TOKEN)
    const client = new SecureUploadClient({
      tokenSource: createTokenSource({ fetchToken }),
      baseURL: process.env.UPLOAD_URL,
    })
    const file = await client.uploadFile(new File(['x'], 'a.txt'))
    expect([file.originalFilename, file.size]).toEqual(['a.txt', 1])
  })
})
