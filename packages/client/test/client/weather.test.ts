import { describe, expect, it } from 'vitest'
import { MEBIBYTE, text, useStage } from '../use-stage.js'

const stage = await useStage()

describe('uploadFile', () => {
  it.each([
    ['a throttled request', { throttle: { retryAfterSeconds: 3 } }],
    ['a lost connection', { drop: 'request' }],
    ['a lost answer', { drop: 'answer' }],
    ['a gateway that answers 503', { status: 503, body: '<html>' }],
    ['an answer cut short', { truncateAfterBytes: 5 }],
  ] as const)('succeeds after %s on any endpoint', async (_, fault) => {
    // Only its deadline ends a truncated answer: upload-client does not notice it in Node.
    if ('truncateAfterBytes' in fault) stage.longestDeadlineMs = 1500
    for (const endpoint of ['base', 'info'] as const) {
      stage.emulator.faults.add({ endpoint, ...fault })
      await expect(stage.createClient().uploadFile(text())).resolves.toBeDefined()
    }
    for (const endpoint of ['multipart/start', 'part', 'multipart/complete'] as const) {
      if (endpoint === 'part' && 'throttle' in fault) continue
      stage.emulator.faults.add({ endpoint, ...fault })
      await expect(stage.createClient().uploadFile(text(10 * MEBIBYTE))).resolves.toBeDefined()
    }
    expect(stage.emulator.faults.list()).toEqual([])
  })

  it('rejects with the UploadError of upload-client when throttling continues', async () => {
    stage.emulator.faults.add({ throttle: {}, times: Infinity })
    await expect(
      stage.createClient({ retryThrottledRequestMaxTimes: 0 }).uploadFile(text()),
    ).rejects.toMatchObject({ name: 'UploadError', code: 'RequestThrottledError' })
  })
})
