import { getEventListeners } from 'node:events'
import { CancelError } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { MEBIBYTE, text, useStage } from '../use-stage.js'

const stage = await useStage()

describe('a signal', () => {
  it('stops an upload that waits for its token', async () => {
    const controller = new AbortController()
    const client = stage.createClient({}, { fetch: () => new Promise(() => undefined) })
    const upload = client.uploadFile(text(), { signal: controller.signal })
    controller.abort()
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })

  it.each(['base', 'info', 'multipart/start', 'part', 'multipart/complete'] as const)(
    'stops an upload in %s',
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

  it('stops an upload that waits to be sent again', async () => {
    const controller = new AbortController()
    stage.emulator.faults.add({ throttle: { retryAfterSeconds: 500 } })
    const upload = stage.createClient().uploadFile(text(), { signal: controller.signal })
    while (!stage.types().includes('retried')) await new Promise((resolve) => setTimeout(resolve, 1))
    controller.abort()
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })

  it('is what a sign-out looks like', async () => {
    let ask: () => void = () => undefined
    const asked = new Promise<void>((resolve) => (ask = resolve))
    const fetchNothing = (): Promise<Response> => {
      ask()
      return new Promise(() => undefined)
    }
    const client = stage.createClient({}, { fetch: fetchNothing })
    const upload = client.uploadFile(text())
    await asked
    client.tokenSource.clear()
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })

  it('is listened to once for each file that is under way, of which there are too few for a warning of Node’s', async () => {
    const { signal } = new AbortController()
    const warnings: Error[] = []
    const hear = (warning: Error): void => void warnings.push(warning)
    process.on('warning', hear)
    const files = Array.from({ length: 20 }, () => text())
    await stage.createClient().uploadFileGroup(files, { signal })
    await stage.createClient().uploadFiles(files, { signal })
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', hear)
    expect(warnings).toEqual([])
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})
