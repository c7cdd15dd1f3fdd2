import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import type { GatewayAnswer } from './start-gateway.js'

const CORS = 'access-control-allow-origin: *'

/** Creates an answer that is written as it is. The connection stays open. */
const written = (...lines: string[]): NonNullable<GatewayAnswer['write']> => {
  const text = lines.join('\r\n')
  return (socket) => socket.write(text)
}

/** Creates an answer after which the connection is closed. */
const closedAfter =
  (...lines: string[]): NonNullable<GatewayAnswer['write']> =>
  (socket) =>
    socket.end(lines.join('\r\n'))

/** Writes text again and again, as fast as the client reads it. */
const endless =
  (start: string, text: string): NonNullable<GatewayAnswer['write']> =>
  (socket) => {
    const write = (): void => {
      while (!socket.destroyed && socket.write(text));
    }
    socket.on('drain', write).write(start)
    write()
  }

const head = (status: string, ...headers: string[]): string[] => [`HTTP/1.1 ${status}`, CORS, ...headers, '']

/** Bytes that start an answer with a body that has no end. */
const ENDLESS_BODY = head('200 OK', 'content-type: application/json', 'transfer-encoding: chunked', '').join(
  '\r\n',
)
const CHUNK_BYTES = 65_536

/** Answers that no server intends. `status` is the one that they announce. */
export const RAW = {
  cutByLength: {
    status: 200,
    write: closedAfter(...head('200 OK', 'content-length: 100', ''), '{"file":"3ee2'),
  },
  cutChunk: {
    status: 200,
    write: closedAfter(...head('200 OK', 'transfer-encoding: chunked', ''), '20', '{"file":"3ee2'),
  },
  cutBetweenChunks: {
    status: 200,
    write: closedAfter(...head('200 OK', 'transfer-encoding: chunked', ''), '1', '{', ''),
  },
  invalidChunk: {
    status: 200,
    write: closedAfter(...head('200 OK', 'transfer-encoding: chunked', ''), 'zz', '{}', ''),
  },
  resetInBody: {
    status: 200,
    write: (socket) => {
      socket.write([...head('200 OK', 'content-length: 100', ''), '{'].join('\r\n'), () => {
        socket.resetAndDestroy()
      })
    },
  },
  resetInRequest: {
    status: 0,
    isEarly: true,
    write: (socket) => socket.resetAndDestroy(),
  },
  endlessHeader: { status: 200, write: endless('HTTP/1.1 200 OK\r\n', `x-more: ${'x'.repeat(1000)}\r\n`) },
  endlessBody: {
    status: 200,
    write: endless(ENDLESS_BODY, `${CHUNK_BYTES.toString(16)}\r\n${' '.repeat(CHUNK_BYTES)}\r\n`),
  },
  /** As slow as a browser can keep in memory. */
  slowBody: {
    status: 200,
    write: (socket) => {
      socket.write(ENDLESS_BODY)
      const timer = setInterval(() => socket.write('1\r\n \r\n'), 10)
      socket.on('close', () => {
        clearInterval(timer)
      })
    },
  },
  silence: { status: 0, write: () => undefined },
  silenceAfterHeaders: {
    status: 200,
    write: written(...head('200 OK', 'content-type: application/json', 'content-length: 100', '', '')),
  },
  silenceAfterRefusal: {
    status: 413,
    write: written(...head('413 Payload Too Large', 'content-length: 100', '', '')),
  },
  noHttp: { status: 0, write: closedAfter('SSH-2.0-OpenSSH_9.6', '') },
  closed: { status: 0, write: (socket) => socket.end() },
  twoLengths: {
    status: 200,
    write: closedAfter(...head('200 OK', 'content-length: 2', 'content-length: 3', ''), '{}'),
  },
  /** A proxy that refuses the request after its headers, and reads the rest as nginx does. */
  early: (status: number): GatewayAnswer => ({
    status,
    isEarly: true,
    write: (socket, request) => {
      request.resume().on('end', () => socket.end())
      const body = '<html>Refused</html>'
      socket.write(
        [
          ...head(
            `${String(status)} Refused`,
            'connection: close',
            `content-length: ${String(body.length)}`,
            '',
          ),
          body,
        ].join('\r\n'),
      )
    },
  }),
  /** A proxy that refuses the request after its headers, and closes the connection. */
  earlyClosed: (status: number): GatewayAnswer => ({
    status,
    isEarly: true,
    headers: { connection: 'close', 'content-type': 'text/html' },
    body: '<html>Refused</html>',
  }),
  gzip: (status: number, contentType: string, text: string): GatewayAnswer => ({
    status,
    headers: { 'content-type': contentType, 'content-encoding': 'gzip' },
    body: gzipSync(text),
  }),
  utf16: (text: string): GatewayAnswer => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(`\uFEFF${text}`, 'utf16le'),
  }),
} satisfies Record<string, GatewayAnswer | ((...args: never[]) => GatewayAnswer)>
