import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTokenHandler } from '@secure-uploading/express'
import express from 'express'

export interface Endpoint {
  url: string
  /** Whether it issues tokens to everyone and lets them be cached: the mistakes of the doctor's example. */
  isCareless: boolean
  close(): void
}

/** Starts a token endpoint for users with a session. */
export async function startEndpoint(): Promise<Endpoint> {
  const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
  const careful = createTokenHandler({
    ...keys,
    authorize: ({ headers: { cookie } }) => (cookie?.startsWith('session=') ? { subject: 'user-42' } : null),
  })
  const open = createTokenHandler({ ...keys, authorize: 'anyone' })
  const app = express().all('/api/upload-token', (request, response, next) => {
    if (!endpoint.isCareless) return careful(request, response, next)
    const setHeader = response.setHeader.bind(response)
    response.setHeader = (name, value) =>
      name.toLowerCase() === 'cache-control' ? response : setHeader(name, value)
    return open(request, response, next)
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint: Endpoint = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/upload-token`,
    isCareless: false,
    close: () => server.close(),
  }
  return endpoint
}
