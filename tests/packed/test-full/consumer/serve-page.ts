import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { startEmulator } from '@secure-uploading/emulator/node'
import { createTokenHandler } from '@secure-uploading/express'
import express from 'express'

export interface ServedPage {
  url: string
  emulatorUrl: string
  close(): Promise<void>
}

/** Serves a page with a script and a token endpoint, and starts an emulator that requires tokens. */
export async function servePage(scriptPath: string): Promise<ServedPage> {
  const [publicKey, secretKey] = ['demopublickey', 'demosecretkey']
  const emulator = await startEmulator({
    projects: [{ publicKey, secretKeys: [secretKey], secureUploading: true }],
  })
  const script = await readFile(scriptPath, 'utf8')
  const app = express()
  app.all('/api/upload-token', createTokenHandler({ publicKey, secretKey, authorize: 'anyone' }))
  app.get('/page.js', (_request, response) => void response.type('js').send(script))
  app.get('/', (_request, response) => void response.send('<script type="module" src="/page.js"></script>'))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    emulatorUrl: emulator.url,
    async close() {
      server.closeAllConnections()
      server.close()
      await emulator.close()
    },
  }
}
