import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { SavedFile } from './app-options.js'
import { startProject } from './start-project.js'
import type { Stage } from './stage.js'

/** A server in another process, and its address. */
export interface Deployment {
  url: string
  close(): Promise<void>
}

/**
 * Starts an app in a separate process. The process stores its files and results in this one, and gets its webhooks through
 * this one.
 *
 * @param deploy starts the app with these variables in its environment
 */
export async function startBackstage(
  deploy: (environment: Record<string, string>) => Promise<Deployment>,
): Promise<Stage> {
  const results = new Map<string, string>()
  const server = createServer((request, response) => {
    void (async () => {
      const { method, url = '', headers } = request
      const body = await text(request)
      if (url === '/webhook' && !stage.isWebhookDown) {
        const passed = Object.entries(headers).filter(([name]) => name.startsWith('x-uc-'))
        const answer = await fetch(`${stage.url}/api/webhook`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(Object.fromEntries(passed) as object) },
          body,
        })
        response.writeHead(answer.status).end(await answer.text())
        return
      }
      if (url === '/webhook') response.statusCode = 503
      else if (url === '/saved') stage.saved.push(JSON.parse(body) as SavedFile)
      else if (url === '/errors') stage.errors.push(JSON.parse(body))
      else if (method === 'POST') results.set(url, body)
      else if (!results.has(url)) response.statusCode = 404
      response.end(method === 'GET' ? results.get(url) : undefined)
    })()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const emulator = await startProject(`${url}/webhook`)
  const app = await deploy({ EMULATOR_URL: emulator.url, BACKSTAGE_URL: url })
  const stage: Stage = {
    url: app.url,
    emulator,
    saved: [],
    errors: [],
    isWebhookDown: false,
    async close() {
      await app.close()
      server.closeAllConnections()
      server.close()
      await emulator.close()
    },
  }
  return stage
}
