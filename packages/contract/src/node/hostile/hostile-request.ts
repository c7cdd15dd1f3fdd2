import fc from 'fast-check'
import { hostileText, MARK } from '../../rules/hostile/hostile-text.js'

const ROUTE = '/api/upload-token'
const CRLF = '\r\n'
const CHUNKED = 'Transfer-Encoding: chunked'

/** Mostly a valid value, because a request with only invalid parts never passes Node's HTTP parser. */
function mostly<T>(valid: T, ...invalid: fc.Arbitrary<T>[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(valid) },
    { weight: 1, arbitrary: fc.oneof(...invalid) },
  )
}

const method = mostly(
  'POST',
  fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PROPFIND', 'post', 'CONNECT', 'TRACE', ''),
  fc.stringMatching(/^[!#$%&'*+.^_`|~\dA-Za-z-]{1,20}$/).map((name) => `${name}${MARK}`),
  fc.constant(MARK.repeat(3000)),
)

const target = mostly(
  ROUTE,
  hostileText.map((text) => `${ROUTE}?${encodeURIComponent(text)}`),
  // Absolute form, authority form, and invalid ones.
  fc.constantFrom(
    `http://app.example${ROUTE}`,
    `https://evil.example/${MARK}`,
    `javascript:${MARK}`,
    '*',
    'app:80',
    '',
  ),
  fc.constantFrom(
    `//evil.example/${MARK}`,
    `/\\evil.example/${MARK}`,
    `${ROUTE}/../../${MARK}`,
    '/%',
    '/%00',
    '/%ff%fe',
  ),
  fc.constantFrom(
    `${ROUTE};${MARK}`,
    `${ROUTE}#${MARK}`,
    `/${MARK}\u00ff`,
    `/?${'x[]=1&'.repeat(800)}${MARK}`,
  ),
  fc.constant(`/${MARK.repeat(10_000)}`),
)

const version = mostly('HTTP/1.1', fc.constantFrom('HTTP/1.0', 'HTTP/9.9', ''))

const headers = mostly<string[]>(
  [],
  fc.array(
    fc.constantFrom(
      ...[`Origin: http://${MARK}`, `Cookie: ${MARK}`, `X-${MARK}: x`, 'Upgrade: websocket', 'Trailer: Host'],
      ...['Expect: 100-continue', 'Connection: Upgrade', 'Content-Encoding: gzip', 'Content-Type: nonsense'],
      ...['Content-Type: application/json', `X-Method-Override: ${MARK}`, `X-Forwarded-Host: ${MARK}`],
    ),
    { maxLength: 4 },
  ),
  fc.array(
    fc.constantFrom(
      ...['Host: evil.example', 'Host: ', `Expect: ${MARK}`, `Bad Header: ${MARK}`, `: ${MARK}`, MARK],
      ...[' folded', `X-Long: ${MARK.repeat(5000)}`],
    ),
    { maxLength: 2 },
  ),
)

const body = fc.oneof(hostileText, fc.constantFrom('', `{"${MARK}":`, MARK.repeat(20_000)))

interface FramedBody {
  /** The headers that describe the body. */
  lines: string[]
  /** The bytes that are sent. */
  wire: string
  isUnfinished?: boolean
}

/** Framings of a body. Some announce another length than is sent. */
const FRAMINGS: readonly ((body: string) => FramedBody)[] = [
  (wire) => ({ lines: [], wire }),
  (wire) => ({ lines: [contentLength(wire)], wire }),
  (wire) => ({ lines: [contentLength(`${wire} and more`)], wire, isUnfinished: true }),
  (wire) => ({ lines: [contentLength(wire.slice(0, wire.length / 2))], wire }),
  (wire) => ({ lines: [`Content-Length: -1${MARK}`], wire }),
  (wire) => ({ lines: [contentLength(wire), 'Content-Length: 1'], wire }),
  (body) => ({ lines: [CHUNKED], wire: inOneChunk(body) }),
  (body) => ({ lines: [CHUNKED], wire: inOneChunk(body).slice(0, -6), isUnfinished: true }),
  (body) => ({ lines: [CHUNKED], wire: `zz;${MARK}${CRLF}${body}` }),
  (body) => ({ lines: [CHUNKED, contentLength(body)], wire: inOneChunk(body) }),
  (body) => ({ lines: [`Transfer-Encoding: ${MARK}, chunked`], wire: inOneChunk(body) }),
]
const framedBody = fc.tuple(body, fc.constantFrom(...FRAMINGS)).map(([body, frame]) => frame(body))

function contentLength(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}`
}

function inOneChunk(body: string): string {
  return [Buffer.byteLength(body).toString(16), body, '0', '', ''].join(CRLF)
}

interface HostileRequest {
  bytes: string
  /** Whether the server may keep waiting for the end of the request. */
  isUnfinished: boolean
}

/** A request as bytes on a connection, with any part valid or invalid. */
export const hostileRequest = fc
  .tuple(method, target, version, headers, framedBody)
  .map(([method, target, version, headers, { lines, wire, isUnfinished = false }]): HostileRequest => {
    const head = [
      `${method} ${target} ${version}`,
      'Host: app.example',
      'Connection: close',
      ...headers,
      ...lines,
    ]
    // Node's parser does not read the body of an upgrade request.
    const isUpgrade = headers.includes('Connection: Upgrade')
    return { bytes: [...head, '', wire].join(CRLF), isUnfinished: isUnfinished || isUpgrade }
  })
