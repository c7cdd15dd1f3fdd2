import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { readRawBody } from '../../src/http/body.js'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

describe('readRawBody', () => {
  it('reads a body over the limit to its end without keeping it in memory', async () => {
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
      // The reading loop may still reference the last chunk.
      stillThere = kept.slice(0, -1).map((chunk) => chunk.deref() !== undefined)
    }

    expect(await readRawBody(body(), 250)).toBe('body-too-large')
    expect(stillThere).toEqual([false, false, false])
  })
})
