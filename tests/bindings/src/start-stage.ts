import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { startEmulator, type EmulatorServer } from '@secure-uploading/emulator/node'
import { createUploadsHandler, defineUploads } from '@secure-uploading/server'

const KEYS = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }

/** An app with upload routes, and the emulator that it uploads to. */
export interface Stage {
  url: string
  emulator: EmulatorServer
  /** Whether requests have a session. */
  isSignedIn: boolean
  errors: unknown[]
  close(): Promise<void>
}

/** Defines the routes of the app. The page uses their type. */
export const defineRoutes = () =>
  defineUploads({
    avatar: { accept: ['image/*'], maxBytes: '1MB', maxFiles: 1 },
    tagged: {
      maxFiles: 2,
      metadata: () => ({ album: 'summer' }),
      onUploaded: ({ file }) => ({ album: file.metadata['album'] }),
    },
    files: {
      accept: ['text/plain', 'image/png'],
      maxBytes: '30MB',
      onUploaded: ({ file }) => ({ size: file.size }),
    },
  })

/** Starts the server and its emulator. Every path but the endpoint's answers with the page. */
export async function startStage(script: string, body = '<div id="root"></div>'): Promise<Stage> {
  const emulator = await startEmulator({
    projects: [{ publicKey: KEYS.publicKey, secretKeys: [KEYS.secretKey], secureUploading: true }],
  })
  const handle = createUploadsHandler({
    ...KEYS,
    uploads: defineRoutes(),
    receipts: { secret: 'a secret of the backend' },
    apiBaseURL: emulator.url,
    authorize: () => (stage.isSignedIn ? { subject: 'ada' } : null),
    onError: (error) => stage.errors.push(error),
  })
  const html = `<!doctype html><html lang="en"><title>binding</title>${body}<script>window.emulatorUrl = '${emulator.url}'</script><script src="/page.js"></script></html>`

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const { method = 'GET', headers, url = '/' } = incoming
      if (url === '/page.js') return outgoing.setHeader('content-type', 'text/javascript').end(script)
      if (!url.startsWith('/api/')) return outgoing.setHeader('content-type', 'text/html').end(html)
      const bytes = await buffer(incoming)
      const request = new Request(new URL(url, stage.url), {
        method,
        headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]),
        ...(bytes.byteLength > 0 && { body: new Uint8Array(bytes) }),
      })
      const response = await handle(request)
      return outgoing
        .writeHead(response.status, Object.fromEntries(response.headers))
        .end(await response.text())
    })()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  const stage: Stage = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    emulator,
    isSignedIn: true,
    errors: [],
    async close() {
      server.closeAllConnections()
      server.close()
      await emulator.close()
    },
  }
  return stage
}
