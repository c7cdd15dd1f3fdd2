import { createServer } from 'node:http'
import { startUploadService, StartUpError } from '@secure-uploading/demo-kit'
import { describe, expect, it } from 'vitest'

describe('startUploadService', () => {
  it('starts an emulator that accepts signed uploads only', async () => {
    const service = await startUploadService({ emulatorPort: 0, uploadcareKeys: undefined })
    const response = await fetch(`${service.url}/multipart/start/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `UPLOADCARE_PUB_KEY=${service.publicKey}&filename=a.txt&size=10485760&content_type=text/plain`,
    })
    await service.close()
    expect([response.status, await response.text()]).toEqual([400, "'signature' is required."])
  })

  it('returns the keys of an Uploadcare project without starting an emulator', async () => {
    const uploadcareKeys = { publicKey: 'public', secretKey: 'secret' }
    expect(await startUploadService({ emulatorPort: 0, uploadcareKeys })).toMatchObject({
      ...uploadcareKeys,
      url: undefined,
    })
  })

  it('rejects with advice when the port is in use', async () => {
    const server = createServer()
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address()
    const starting = startUploadService({ emulatorPort: port, uploadcareKeys: undefined })
    await expect(starting).rejects.toThrow(
      new StartUpError(
        `Port ${port} on 127.0.0.1 is in use. Set another one, for example EMULATOR_PORT=${port + 1}.`,
      ),
    )
    server.close()
  })
})
