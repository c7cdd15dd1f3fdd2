// One server of the token endpoint bench. Runs in a separate process, so that V8's optimizations for one handler do not
// affect the other. Serves the token endpoint or a handler that only sends the same bytes, through Express or through
// Request and Response behind Node's server. Sends its port to the parent process.
import { createTokenHandler as createExpressHandler } from '@secure-uploading/express'
import { createTokenHandler } from '@secure-uploading/server'
import express from 'express'
import { createServer } from 'node:http'

const options = {
  publicKey: 'demopublickey',
  secretKey: 'demosecretkey',
  authorize: () => ({ subject: 'ada' }),
}
const body = JSON.stringify({
  publicKey: 'demopublickey',
  secureSignature: '0'.repeat(64),
  secureExpire: '1454903856',
  expiresIn: 1800,
})
const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Vary: 'Origin' }

const listeners = {
  'express/ours': () => express().all('/api/upload-token', createExpressHandler(options)),
  'express/nothing': () =>
    express().all('/api/upload-token', (_request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      response.end(body)
    }),
  'fetch/ours': () => behindNode(createTokenHandler(options)),
  'fetch/nothing': () => behindNode(async () => new Response(body, { status: 200, headers })),
}

const server = createServer(listeners[process.argv[2]]())
server.listen(0, '127.0.0.1', () => process.send(server.address().port))
process.once('disconnect', () => process.exit())

function behindNode(handle) {
  return async ({ method, url, headers }, response) => {
    const result = await handle(new Request(`http://${headers.host}${url}`, { method, headers }))
    const text = await result.text()
    response.writeHead(result.status, {
      ...Object.fromEntries(result.headers),
      'Content-Length': text.length,
    })
    response.end(text)
  }
}
