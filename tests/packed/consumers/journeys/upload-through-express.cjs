/**
 * Uploads a file as an app does: a backend of Express issues the token, the client fetches it, the emulator checks it.
 * Says what came of it. Whether the packages are ES modules or CommonJS is up to who loads them.
 */
exports.uploadThroughExpress = async (packages) => {
  const { express, createTokenHandler, startEmulator, SecureUploadClient, createTokenSource } = packages
  const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
  const emulator = await startEmulator({
    projects: [{ publicKey: keys.publicKey, secretKeys: [keys.secretKey], secureUploading: true }],
  })
  const app = express()
  const authorize = (request) => (request.headers['x-user'] === 'ada' ? { subject: 'ada' } : null)
  app.all('/api/upload-token', createTokenHandler({ ...keys, authorize }))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))

  const clientOf = (user) =>
    new SecureUploadClient({
      tokenSource: createTokenSource({
        endpoint: `http://127.0.0.1:${server.address().port}/api/upload-token`,
        headers: { 'x-user': user },
      }),
      baseURL: emulator.url,
      baseCDN: emulator.url,
    })
  try {
    const file = await clientOf('ada').uploadFile(Buffer.from('hello world'), { fileName: 'hello.txt' })
    const served = await (await fetch(`${emulator.url}/${file.uuid}/`)).text()
    const refused = await clientOf('eve')
      .uploadFile(Buffer.from('hello world'))
      .catch((error) => error)
    return {
      name: file.name,
      served,
      refusedAs: refused.code,
      // The error was made by the client's package, and is told by another one's.
      isKnownToExpress: packages.isSecureUploadError(refused, 'ERR_UNAUTHENTICATED'),
    }
  } finally {
    server.closeAllConnections()
    server.close()
    await emulator.close()
  }
}
