import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSigner } from '@secure-uploading/core'
import type { Emulator } from '@secure-uploading/emulator'
import { startEmulator } from '@secure-uploading/emulator/node'

/** An emulator and a token endpoint that accepts every origin. */
export interface Services {
  emulator: Emulator
  /** The environment variables that the programs of `consumer/` read. */
  environment: { UPLOAD_URL: string; TOKEN_ENDPOINT: string; UPLOAD_TOKEN: string }
  close: () => Promise<void>
}

const PUBLIC_KEY = 'demopublickey'
const SECRET_KEY = 'demosecretkey'
const TOKEN_SECONDS = 600

export async function startServices(): Promise<Services> {
  const server = await startEmulator({
    projects: [{ publicKey: PUBLIC_KEY, secretKeys: [SECRET_KEY], secureUploading: true }],
  })
  const signer = createSigner({ secretKey: SECRET_KEY })
  const createToken = async (): Promise<string> => {
    const token = await signer.sign({ expiresIn: TOKEN_SECONDS })
    return JSON.stringify({ publicKey: PUBLIC_KEY, ...token, expiresIn: TOKEN_SECONDS })
  }
  const endpoint = await listen((request, response) => {
    // jsdom and happy-dom enforce CORS.
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
    response.setHeader('access-control-allow-credentials', 'true')
    response.setHeader('content-type', 'application/json')
    void createToken().then((token) => response.end(token))
  })
  return {
    emulator: server.emulator,
    environment: {
      UPLOAD_URL: server.url,
      TOKEN_ENDPOINT: `${endpoint.url}/api/upload-token`,
      UPLOAD_TOKEN: await createToken(),
    },
    async close() {
      endpoint.close()
      await server.close()
    },
  }
}

/** Starts a server on a free port of 127.0.0.1. */
export async function listen(listener: RequestListener): Promise<{ url: string; close: () => void }> {
  const server = createServer(listener)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
