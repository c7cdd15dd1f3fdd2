import { getEventListeners, getMaxListeners, setMaxListeners } from 'node:events'
import { CancelError } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { uploadFile } from '../../src/functions/upload-file.js'
import { createResumableUpload } from '../../src/resumable/index.js'
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
    const files = Array.from({ length: 20 }, () => text())
    const warnings = await warningsOf(async () => {
      await stage.createClient().uploadFileGroup(files, { signal })
      await stage.createClient().uploadFiles(files, { signal })
    })
    expect(warnings).toEqual([])
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it.each<[string, (signal: AbortSignal) => (index: number) => Promise<unknown>]>([
    [
      'uploadFile of a client',
      (signal) => {
        const client = stage.createClient()
        return (index) => client.uploadFile(text(index === 0 ? 10 * MEBIBYTE : 11), { signal })
      },
    ],
    [
      'uploadFile with a token source',
      (signal) => {
        const { tokenSource } = stage.createClient()
        return () => uploadFile(tokenSource, text(), { signal, baseURL: stage.url })
      },
    ],
    [
      'createResumableUpload',
      (signal) => {
        const client = stage.createClient()
        return (index) =>
          createResumableUpload(client, new File(['hello'], `${String(index)}.txt`), { signal }).result
      },
    ],
    [
      'base of a client that waits for its first token',
      (signal) => {
        const client = stage.createClient()
        return () => client.base(text(), { signal })
      },
    ],
  ])(
    'can be shared by 50 calls of %s without a warning of Node, gets one listener from each at most, and none remains',
    async (_, callWith) => {
      const { signal } = new AbortController()
      let most = 0
      const add = signal.addEventListener.bind(signal)
      signal.addEventListener = (...given: Parameters<typeof add>) => {
        add(...given)
        most = Math.max(most, getEventListeners(signal, 'abort').length)
      }
      const call = callWith(signal)
      const warnings = await warningsOf(() =>
        Promise.all(Array.from({ length: 50 }, (__, index) => call(index))),
      )
      expect(warnings).toEqual([])
      expect(most).toBeGreaterThan(10)
      expect(most).toBeLessThanOrEqual(50)
      expect(getEventListeners(signal, 'abort')).toEqual([])
    },
  )

  it('of a token source gets no warning of Node from 20 resumable uploads without a signal of the app', async () => {
    const client = stage.createClient()
    const warnings = await warningsOf(() =>
      Promise.all(
        Array.from(
          { length: 20 },
          (_, index) => createResumableUpload(client, new File(['hello'], `${String(index)}.txt`)).result,
        ),
      ),
    )
    expect(warnings).toEqual([])
  })

  it.each([20, 0])('keeps a limit of %i listeners that the app set', async (limit) => {
    const { signal } = new AbortController()
    setMaxListeners(limit, signal)
    const limitOf = (): unknown => {
      try {
        return getMaxListeners(signal)
      } catch (error) {
        return error
      }
    }
    const before = limitOf()
    await stage.createClient().uploadFile(text(), { signal })
    expect(limitOf()).toEqual(before)
  })
})

/** Returns the warnings of Node in a run. */
async function warningsOf(run: () => Promise<unknown>): Promise<Error[]> {
  const warnings: Error[] = []
  const onWarning = (warning: Error): void => void warnings.push(warning)
  process.on('warning', onWarning)
  await run()
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', onWarning)
  return warnings
}
