import { once } from 'node:events'
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { endpointOf } from './endpoint.js'
import type { RequestLog } from './request-log.js'
import type { Answer, Effect, RuleList } from './rule.js'

export interface Gateway {
  readonly url: string
  readonly host: string
  close: () => Promise<void>
}

export interface GatewayOptions {
  rules: RuleList
  log: RequestLog
}

// What the Upload API sends with every response.
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Warning, Retry-After',
}

/** Starts an HTTP proxy on 127.0.0.1 that forwards to `upstreamUrl`, except where a rule makes a request fail. */
export async function startGateway(upstreamUrl: string, { rules, log }: GatewayOptions): Promise<Gateway> {
  const server = createServer((request, response) => {
    const endpoint = endpointOf((request.url ?? '').split('?')[0] ?? '')
    log.note(endpoint, request.method ?? '')
    const effect = request.method === 'OPTIONS' ? undefined : rules.take(endpoint)
    handle(upstreamUrl, request, response, effect).catch(() => {
      // The upstream or the client is gone.
      response.destroy()
    })
  })
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await Promise.resolve()
    },
  }
}

async function handle(
  upstreamUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
  effect: Effect | undefined,
): Promise<void> {
  if (effect?.kind === 'hold') return
  if (effect?.kind === 'reset' && effect.after === 'request') {
    request.socket.resetAndDestroy()
    return
  }
  if (effect?.kind === 'answer') {
    // nginx also reads a body that it refuses: a response before the end of the body may get lost.
    await buffer(request)
    sendAnswer(response, typeof effect.answer === 'function' ? effect.answer() : effect.answer)
    return
  }
  const upstream = await forward(upstreamUrl, request)
  const { statusCode = 502, headers } = upstream
  if (!effect) {
    response.writeHead(statusCode, headers)
    upstream.pipe(response)
    return
  }
  const body = await buffer(upstream)
  if (effect.kind === 'reset') {
    request.socket.resetAndDestroy()
  } else if (effect.kind === 'cut') {
    response.writeHead(statusCode, { ...headers, 'content-length': body.length })
    response.write(body.subarray(0, effect.bytes), () => {
      request.socket.destroy()
    })
  } else {
    const json = effect.edit(JSON.parse(body.toString()) as Record<string, unknown>)
    const edited = Buffer.from(JSON.stringify(json))
    response.writeHead(statusCode, { ...headers, 'content-length': edited.length }).end(edited)
  }
}

function sendAnswer(
  response: ServerResponse,
  { status, headers = {}, body = '', cors = true }: Answer,
): void {
  response.writeHead(status, {
    'content-length': Buffer.byteLength(body),
    ...(cors ? CORS : {}),
    ...headers,
  })
  response.end(body)
}

/** Sends the request to the upstream with the original `Host`, on which the emulator builds part URLs. */
async function forward(upstreamUrl: string, request: IncomingMessage): Promise<IncomingMessage> {
  const forwarded = send(new URL(request.url ?? '', upstreamUrl), {
    method: request.method ?? 'GET',
    headers: request.headers,
  })
  request.pipe(forwarded)
  request.on('close', () => {
    if (!request.complete) forwarded.destroy()
  })
  const [upstream] = (await once(forwarded, 'response')) as [IncomingMessage]
  return upstream
}
