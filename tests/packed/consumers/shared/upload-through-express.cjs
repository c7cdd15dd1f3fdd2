/**
 * Uploads a file like an app: an Express backend issues the token, the client fetches it and the emulator checks it. The caller
 * loads the modules, as ES modules or as CommonJS.
 *
 * @param {Record<'express' | 'backend' | 'client' | 'tokenSource' | 'emulator', any>} modules
 * @returns {Promise<object>} the outcome of an authorized and of an unauthenticated upload
 */
exports.uploadThroughExpress = async ({
  express,
  backend,
  client,
  tokenSource,
  emulator: emulatorModule,
}) => {
  const { createTokenHandler, isSecureUploadError } = backend
  const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
  const emulator = await emulatorModule.startEmulator({
    projects: [{ publicKey: keys.publicKey, secretKeys: [keys.secretKey], secureUploading: true }],
  })
  const app = express()
  const authorize = (request) => (request.headers['x-user'] === 'ada' ? { subject: 'ada' } : null)
  app.all('/api/upload-token', createTokenHandler({ ...keys, authorize }))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))

  const clientFor = (user) =>
    new client.SecureUploadClient({
      tokenSource: tokenSource.createTokenSource({
        endpoint: `http://127.0.0.1:${server.address().port}/api/upload-token`,
        headers: { 'x-user': user },
      }),
      baseURL: emulator.url,
      baseCDN: emulator.url,
    })
  try {
    const file = await clientFor('ada').uploadFile(Buffer.from('hello world'), { fileName: 'hello.txt' })
    const served = await (await fetch(`${emulator.url}/${file.uuid}/`)).text()
    const refused = await clientFor('eve')
      .uploadFile(Buffer.from('hello world'))
      .catch((error) => error)
    return {
      name: file.name,
      served,
      errorCode: refused.code,
      // The client package creates the error; the Express package must recognize it.
      isRecognizedByExpress: isSecureUploadError(refused, 'ERR_UNAUTHENTICATED'),
    }
  } finally {
    server.closeAllConnections()
    server.close()
    await emulator.close()
  }
}
