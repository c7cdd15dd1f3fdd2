import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { nodeRequestBody } from '../../src/adapter/index.js'
import { readRawBody } from '../../src/http/body.js'

const TEXT = '{"hook":{"event":"file.uploaded"},"name":"Größe 猫😀"}'
const BYTES = new TextEncoder().encode(TEXT)

/** Creates a request whose body arrives byte by byte, so that characters beyond ASCII are split. */
function requestOf(bytes: Uint8Array): Readable {
  return Readable.from(
    [...bytes].map((byte) => Buffer.of(byte)),
    { objectMode: false },
  )
}

const read = (request: Parameters<typeof nodeRequestBody>[0]) =>
  readRawBody(nodeRequestBody(request, 'Read it later.'), 1000)

describe('nodeRequestBody', () => {
  it('returns the bytes of an unread request', async () => {
    expect(await read(requestOf(BYTES))).toEqual(BYTES)
  })

  it('returns the bytes of a request that yields strings', async () => {
    expect(await read(requestOf(BYTES).setEncoding('utf8'))).toEqual(BYTES)
  })

  it.each([
    ['a string', TEXT],
    ['bytes', BYTES],
  ])('returns the unparsed body that a parser left: %s', async (_what, body) => {
    expect(await read(Object.assign(requestOf(BYTES), { body }))).toEqual(BYTES)
  })

  it('prefers rawBody to body, which a parser may have decoded', async () => {
    const request = Object.assign(requestOf(BYTES), { body: 'decoded', rawBody: BYTES })
    expect(await read(request)).toEqual(BYTES)
  })

  it('throws an error with advice when a parser has consumed the bytes', async () => {
    const request = Object.assign(requestOf(BYTES), { body: JSON.parse(TEXT) as unknown })
    await request.toArray()
    expect(() => nodeRequestBody(request, 'Read it later.')).toThrow(
      /was parsed before the webhook handler received it.* Read it later\.$/,
    )
  })
})
