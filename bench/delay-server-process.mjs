// The Upload API behind a line with a long round trip. Runs in a separate process. Arguments: the URL of an emulator, and
// "1.1" or "2" for the version of HTTP. Sends its URL to the parent process.
import { once } from 'node:events'
import http from 'node:http'
import http2 from 'node:http2'
import { connect, createServer } from 'node:net'
import { generate } from 'selfsigned'

const ROUND_TRIP_MS = 50
// Node's default of 64 KiB would limit an upload to 1.3 MB/s at this round trip.
const WINDOW_BYTES = 8 * 1024 * 1024
// Headers of a connection, which HTTP/2 does not allow.
const HOP_HEADERS = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade']

const [emulatorUrl, version] = process.argv.slice(2)
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
const server = version === '2' ? await createHttp2Server() : http.createServer(forward)
await once(server.listen(0, '127.0.0.1'), 'listening')
const line = createServer(delay)
await once(line.listen(0, '127.0.0.1'), 'listening')
const host = `127.0.0.1:${line.address().port}`
process.on('disconnect', () => process.exit())
process.send(`${version === '2' ? 'https' : 'http'}://${host}`)

async function createHttp2Server() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
  })
  const settings = { initialWindowSize: WINDOW_BYTES }
  const secureServer = http2.createSecureServer({ key, cert, settings }, forward)
  secureServer.on('session', (session) => {
    session.setLocalWindowSize(WINDOW_BYTES)
  })
  return secureServer
}

/** Delays a connection by one round trip, as TCP does, and each direction by half of one. */
function delay(client) {
  client.setNoDelay(true)
  client.pause()
  setTimeout(() => {
    const upstream = connect(server.address().port, '127.0.0.1')
    upstream.setNoDelay(true)
    delayChunks(client, upstream)
    delayChunks(upstream, client)
    client.resume()
  }, ROUND_TRIP_MS)
}

function delayChunks(from, to) {
  from.on('data', (chunk) => {
    setTimeout(() => to.write(chunk), ROUND_TRIP_MS / 2)
  })
  from.on('end', () => {
    setTimeout(() => to.end(), ROUND_TRIP_MS / 2)
  })
  from.on('error', () => {
    to.destroy()
  })
}

/** Forwards a request, and answers as the cloud does: preflights are cached for one second only. */
function forward(request, response) {
  const { method, url } = request
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !name.startsWith(':') && !HOP_HEADERS.includes(name)),
  )
  const upstream = http.request(new URL(url, emulatorUrl), {
    method,
    agent,
    headers: { ...headers, host },
  })
  upstream.on('response', (answer) => {
    const kept = Object.entries(answer.headers).filter(([name]) => !HOP_HEADERS.includes(name))
    const isStart = url.startsWith('/multipart/start/')
    if (isStart) void sendStart(answer, response, Object.fromEntries(kept))
    else {
      response.writeHead(answer.statusCode, { ...Object.fromEntries(kept), 'access-control-max-age': '1' })
      answer.pipe(response)
    }
  })
  upstream.on('error', () => {
    response.destroy()
  })
  request.pipe(upstream)
}

/** The emulator names parts by `http:`, however it was reached. */
async function sendStart(answer, response, headers) {
  const received = Buffer.concat(await answer.toArray()).toString()
  const body = version === '2' ? received.replaceAll(`http://${host}`, `https://${host}`) : received
  response.writeHead(answer.statusCode, {
    ...headers,
    'access-control-max-age': '1',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
