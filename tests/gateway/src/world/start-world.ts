import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSigner } from '@secure-uploading/core'
import type { Emulator } from '@secure-uploading/emulator'
import { startEmulator } from '@secure-uploading/emulator/node'
import { createRequestLog, type RequestLog } from '../gateway/request-log.js'
import { createRuleList, type RuleList } from '../gateway/rule.js'
import { startGateway } from '../gateway/start-gateway.js'

/** An app and an emulator, each behind a gateway. Both gateways share their rules and their log. */
export interface World {
  emulator: Emulator
  rules: RuleList
  log: RequestLog
  /** Address of the app: its page and its token endpoint. */
  appUrl: string
  /** Address of the Upload API. */
  uploadUrl: string
  uploadHost: string
  reset: () => Promise<void>
  close: () => Promise<void>
}

const PUBLIC_KEY = 'demopublickey'
const SECRET_KEY = 'demosecretkey'
const TOKEN_SECONDS = 300

/** @param html the page that the app serves. Under `/strict` its CSP allows connections to the app only. */
export async function startWorld(html = ''): Promise<World> {
  const rules = createRuleList()
  const log = createRequestLog()
  const server = await startEmulator({
    projects: [{ publicKey: PUBLIC_KEY, secretKeys: [SECRET_KEY], secureUploading: true }],
  })
  const { emulator } = server
  const signer = createSigner({ secretKey: SECRET_KEY, now: () => emulator.clock.nowMs() })

  const app = createServer((request, response) => {
    if (request.url !== '/api/upload-token') {
      if (request.url === '/strict') {
        response.setHeader('content-security-policy', "connect-src 'self'")
      }
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
      return
    }
    void signer.sign({ expiresIn: TOKEN_SECONDS }).then((token) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ publicKey: PUBLIC_KEY, ...token, expiresIn: TOKEN_SECONDS }))
    })
  })
  await once(app.listen(0, '127.0.0.1'), 'listening')
  const appPort = (app.address() as AddressInfo).port
  const appGateway = await startGateway(`http://127.0.0.1:${appPort}`, { rules, log })
  const uploadGateway = await startGateway(server.url, { rules, log })

  return {
    emulator,
    rules,
    log,
    appUrl: appGateway.url,
    uploadUrl: uploadGateway.url,
    uploadHost: uploadGateway.host,
    async reset() {
      rules.clear()
      log.clear()
      await emulator.reset()
    },
    async close() {
      await Promise.all([appGateway.close(), uploadGateway.close()])
      app.closeAllConnections()
      app.close()
      await server.close()
    },
  }
}
