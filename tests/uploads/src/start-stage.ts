import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AppOptions } from './app-options.js'
import { startProject } from './start-project.js'
import type { Stage } from './stage.js'

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
  const emulator = await startProject(`${url}/api/webhook`)
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
