// Uploads `{ uri, name, type }` assets with the globals of React Native. Prints the outcomes as JSON.
import './react-native-globals.js'
import { createTokenSource, SecureUploadClient } from '@secure-uploading/client'

const client = new SecureUploadClient({
  tokenSource: createTokenSource({ endpoint: process.env.TOKEN_ENDPOINT }),
  baseURL: process.env.UPLOAD_URL,
})
const asset = { uri: new URL('upload-asset.js', import.meta.url).href, name: 'photo.jpg', type: 'image/jpeg' }
const describe = ({ originalFilename, mimeType, size, cdnUrl }) => ({
  originalFilename,
  mimeType,
  size,
  domain: new URL(cdnUrl).hostname.replace(/^\w{10}\./, '<project>.'),
})

console.log(
  JSON.stringify({
    file: describe(await client.uploadFile(asset)),
    batch: (await client.uploadFiles([asset, asset])).map(({ value }) => describe(value)),
  }),
)
process.exit(0)
