import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { nodeRequestBody } from '../../../src/index.js'
import { readRawBody } from '../../../src/webhook/body/read-raw-body.js'

const TEXT = '{"hook":{"event":"file.uploaded"},"name":"Größe 猫😀"}'
const BYTES = new TextEncoder().encode(TEXT)

/** A request whose body comes byte by byte, so that every character beyond ASCII comes in pieces. */
function requestOf(bytes: Uint8Array): Readable {
  return Readable.from(
    [...bytes].map((byte) => Buffer.of(byte)),
    { objectMode: false },
  )
}

const read = (request: Parameters<typeof nodeRequestBody>[0]) =>
  readRawBody(nodeRequestBody(request, 'Read it later.'), 1000)

it('gives the bytes of a request that nobody has read', async () => {
  expect(await read(requestOf(BYTES))).toEqual(BYTES)
})

it('gives the bytes of a request that was told to give text', async () => {
  expect(await read(requestOf(BYTES).setEncoding('utf8'))).toEqual(BYTES)
})

it.each([
  ['text', TEXT],
  ['bytes', BYTES],
])('takes what a parser has left in body: %s', async (_what, body) => {
  expect(await read(Object.assign(requestOf(BYTES), { body }))).toEqual(BYTES)
})

it('prefers rawBody to body, where a parser may have put another text', async () => {
  const request = Object.assign(requestOf(BYTES), { body: 'decoded', rawBody: BYTES })
  expect(await read(request)).toEqual(BYTES)
})

it('gives advice when a parser has taken the bytes', async () => {
  const request = Object.assign(requestOf(BYTES), { body: JSON.parse(TEXT) as unknown })
  await request.toArray()
  expect(() => nodeRequestBody(request, 'Read it later.')).toThrow(
    /was parsed before the webhook handler saw it.* Read it later\.$/,
  )
})
