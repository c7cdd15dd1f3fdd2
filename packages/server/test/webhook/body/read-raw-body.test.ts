import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { readRawBody } from '../../../src/webhook/body/read-raw-body.js'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

it('reads a body over the limit to its end, and keeps nothing of it', async () => {
  const kept: WeakRef<Uint8Array>[] = []
  let stillThere: boolean[] = []

  async function* body(): AsyncGenerator<Uint8Array> {
    for (let piece = 0; piece < 4; piece++) {
      const chunk = new Uint8Array(100)
      kept.push(new WeakRef(chunk))
      yield chunk
    }
    await setImmediate()
    collectGarbage()
    // The loop that reads may hold the last one.
    stillThere = kept.slice(0, -1).map((chunk) => chunk.deref() !== undefined)
  }

  await expect(readRawBody(body(), 250)).rejects.toMatchObject({ reason: 'body-too-large' })
  expect(stillThere).toEqual([false, false, false])
})
