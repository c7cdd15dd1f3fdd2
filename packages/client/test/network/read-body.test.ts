import { expect, it } from 'vitest'
import { readBody } from '../../src/network/read-body.js'

/** A response whose bytes arrive one by one. */
const inSingleBytes = (text: string): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const byte of new TextEncoder().encode(text)) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    }),
  )

it('readBody joins characters that arrive in several chunks', async () => {
  expect(await readBody(inSingleBytes('{"subject":"Zoë 猫"}'))).toBe('{"subject":"Zoë 猫"}')
})

it('readBody returns an empty string without a body', async () => {
  expect(await readBody(new Response(null))).toBe('')
})

it('readBody works without streams, as in React Native', async () => {
  const response = { body: undefined, text: () => Promise.resolve('{}') }
  expect(await readBody(response as unknown as Response)).toBe('{}')
})
