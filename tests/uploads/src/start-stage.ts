import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startEmulator, type EmulatorServer } from '@secure-uploading/emulator/node'
import { PUBLIC_KEY, SECRET_KEY, SIGNING_SECRET, type AppOptions, type SavedFile } from './app-options.js'

/** An app, and an emulator that sends it webhooks. */
export interface Stage {
  url: string
  emulator: EmulatorServer
  saved: SavedFile[]
  errors: unknown[]
  /** While it is true, the app does not answer webhooks, so that Uploadcare sends them again. */
  isWebhookDown: boolean
  close(): Promise<void>
}

/**
 * Starts an app that serves a page.
 *
 * @param page the HTML of every other path
 */
export async function startStage(
  createApp: (options: AppOptions) => RequestListener,
  page = (_emulatorUrl: string) => '',
): Promise<Stage> {
  let listener: RequestListener = (_request, response) => void response.writeHead(503).end()
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/webhook') && stage.isWebhookDown) response.writeHead(503).end()
    else if (request.url?.startsWith('/api/')) listener(request, response)
    else response.setHeader('content-type', 'text/html').end(page(stage.emulator.url))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const emulator = await startEmulator({
    webhookRetryDelaysMs: Array.from({ length: 50 }, () => 100),
    projects: [
      {
        publicKey: PUBLIC_KEY,
        secretKeys: [SECRET_KEY],
        secureUploading: true,
        webhooks: [
          { targetUrl: `${url}/api/webhook`, event: 'file.uploaded', signingSecret: SIGNING_SECRET },
        ],
      },
    ],
  })
  const stage: Stage = {
    url,
    emulator,
    saved: [],
    errors: [],
    isWebhookDown: false,
    async close() {
      server.closeAllConnections()
      server.close()
      await emulator.close()
    },
  }
  listener = createApp({
    emulatorUrl: emulator.url,
    results: new Map<string, unknown>(),
    saved: stage.saved,
    onError: (error) => stage.errors.push(error),
  })
  return stage
}
