import { createServer } from 'node:http'
import { startUploadService, StartUpError } from '@secure-uploading/demo-kit'
import { expect, test } from 'vitest'

test('without keys of a project it starts an emulator that takes only signed uploads', async () => {
  const service = await startUploadService({ emulatorPort: 0, uploadcareKeys: undefined })
  const response = await fetch(`${service.url}/multipart/start/`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `UPLOADCARE_PUB_KEY=${service.publicKey}&filename=a.txt&size=10485760&content_type=text/plain`,
  })
  await service.close()
  expect([response.status, await response.text()]).toEqual([400, "'signature' is required."])
})

test('with keys it starts nothing and keeps them', async () => {
  const uploadcareKeys = { publicKey: 'public', secretKey: 'secret' }
  expect(await startUploadService({ emulatorPort: 0, uploadcareKeys })).toMatchObject({
    ...uploadcareKeys,
    url: undefined,
  })
})

test('a taken port is one line that says what to do', async () => {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  const starting = startUploadService({ emulatorPort: port, uploadcareKeys: undefined })
  await expect(starting).rejects.toThrow(
    new StartUpError(
      `Port ${port} on 127.0.0.1 is taken. Choose another one with EMULATOR_PORT, as EMULATOR_PORT=${port + 1}.`,
    ),
  )
  server.close()
})
