import { expect, it } from 'vitest'
import { readBody } from '../../src/token-source/read-body.js'

/** An answer whose bytes arrive one by one. */
const inSingleBytes = (text: string): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const byte of new TextEncoder().encode(text)) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    }),
  )

it('puts characters together that arrive in pieces', async () => {
  expect(await readBody(inSingleBytes('{"subject":"Zoë 猫"}'))).toBe('{"subject":"Zoë 猫"}')
})

it('is empty when nothing came', async () => {
  expect(await readBody(new Response(null))).toBe('')
})

it('does without streams, as in React Native', async () => {
  const response = { body: undefined, text: () => Promise.resolve('{}') }
  expect(await readBody(response as unknown as Response)).toBe('{}')
})
