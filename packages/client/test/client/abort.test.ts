import { getEventListeners } from 'node:events'
import { CancelError } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { MEBIBYTE, text, useStage } from '../use-stage.js'

const stage = await useStage()

describe('signal', () => {
  it('cancels an upload that waits for its token', async () => {
    const controller = new AbortController()
    const client = stage.createClient({}, { fetch: () => new Promise(() => undefined) })
    const upload = client.uploadFile(text(), { signal: controller.signal })
    controller.abort()
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })

  it.each(['base', 'info', 'multipart/start', 'part', 'multipart/complete'] as const)(
    'cancels an upload during %s',
    async (endpoint) => {
      const controller = new AbortController()
      stage.emulator.faults.add({ endpoint, until: new Promise(() => undefined) })
      const upload = stage
        .createClient()
        .uploadFile(text(endpoint === 'base' || endpoint === 'info' ? 10 : 10 * MEBIBYTE), {
          signal: controller.signal,
        })
      while (stage.emulator.journal.entries(endpoint).length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      controller.abort()
      await expect(upload).rejects.toBeInstanceOf(CancelError)
    },
  )

  it('cancels an upload that waits for a retry', async () => {
    const controller = new AbortController()
    stage.emulator.faults.add({ throttle: { retryAfterSeconds: 500 } })
    const upload = stage.createClient().uploadFile(text(), { signal: controller.signal })
    while (!stage.types().includes('retried')) await new Promise((resolve) => setTimeout(resolve, 1))
    controller.abort()
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })

  it('tokenSource.clear() cancels an upload that waits for its token', async () => {
    let ask: () => void = () => undefined
    const requested = new Promise<void>((resolve) => (ask = resolve))
    const fetchNothing = (): Promise<Response> => {
      ask()
      return new Promise(() => undefined)
    }
    const client = stage.createClient({}, { fetch: fetchNothing })
    const upload = client.uploadFile(text())
    await requested
    client.tokenSource.clear()
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })

  it('gets too few listeners from 20 files for a warning of Node, and none remains', async () => {
    const { signal } = new AbortController()
    const warnings: Error[] = []
    const onEvent = (warning: Error): void => void warnings.push(warning)
    process.on('warning', onEvent)
    const files = Array.from({ length: 20 }, () => text())
    await stage.createClient().uploadFileGroup(files, { signal })
    await stage.createClient().uploadFiles(files, { signal })
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', onEvent)
    expect(warnings).toEqual([])
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})
