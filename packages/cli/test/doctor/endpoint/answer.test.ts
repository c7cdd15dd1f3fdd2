import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../src/doctor/endpoint/answer.js'

const ENDPOINT = new URL('https://app.example/api/upload-token')

describe('readAnswer', () => {
  it('reads JSON and the time of the response', async () => {
    const answer = await readAnswer(ENDPOINT, Response.json({ a: 1 }, { status: 201 }), 1000, () => 1500)
    expect(answer).toMatchObject({ status: 201, json: { a: 1 }, sentAtMs: 1000, receivedAtMs: 1500 })
  })

  it('accepts an empty body and an HTML page', async () => {
    expect(await readAnswer(ENDPOINT, new Response(null, { status: 204 }), 0, () => 0)).toMatchObject({
      text: '',
    })
    expect(await readAnswer(ENDPOINT, new Response('<p>Sign in'), 0, () => 0)).toMatchObject({
      text: '<p>Sign in',
      json: undefined,
    })
  })

  it('reads only the beginning of an endless body', async () => {
    let chunks = 0
    let wasCancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks++
        controller.enqueue(new Uint8Array(10_000).fill(97))
      },
      cancel() {
        wasCancelled = true
      },
    })
    const { text } = await readAnswer(ENDPOINT, new Response(endless), 0, () => 0)
    expect([text.length, wasCancelled]).toEqual([65_536, true])
    expect(chunks).toBeLessThan(10)
  })
})
