import { afterEach, describe, expect, it, vi } from 'vitest'
import { createResumableUpload } from '../../src/resumable/index.js'
import { withLock } from '../../src/resumable/with-lock.js'
import { MEBIBYTE, useStage } from '../use-stage.js'

const stage = await useStage()
afterEach(() => vi.unstubAllGlobals())

/** A lock manager like that of a browser, shared by two tabs. */
function createLocks() {
  const waiting: { name: string; start: () => void }[] = []
  let held: string | undefined
  return {
    query: () => Promise.resolve({ pending: waiting.map(({ name }) => ({ name })) }),
    async request<T>(name: string, _: unknown, run: () => Promise<T>): Promise<T> {
      if (held === name) await new Promise<void>((resolve) => waiting.push({ name, start: resolve }))
      held = name
      try {
        return await run()
      } finally {
        held = undefined
        waiting.shift()?.start()
      }
    },
  }
}

describe('one file in two tabs', () => {
  it('is uploaded once, and both get the same file', async () => {
    vi.stubGlobal('navigator', { locks: createLocks() })
    const values = new Map<string, unknown>()
    const resumeStore = {
      get: (key: string) => Promise.resolve(structuredClone(values.get(key))),
      set: (key: string, value: unknown) => Promise.resolve(values.set(key, structuredClone(value))),
      delete: (key: string) => Promise.resolve(values.delete(key)),
    }
    const file = new File([new Uint8Array(11 * MEBIBYTE)], 'video.mp4', { lastModified: 1 })
    const upload = (): Promise<{ uuid: string }> =>
      createResumableUpload(stage.createClient(), file, { resumeKey: 'video', resumeStore, owner: 'ada' })
        .result
    const [one, other] = await Promise.all([upload(), upload()])
    expect(one.uuid).toBe(other.uuid)
    expect(stage.emulator.journal.entries('part')).toHaveLength(3)
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(1)
    expect(values.size).toBe(0)
  })
})

describe('withLock', () => {
  const { signal } = new AbortController()
  const run = (): Promise<string> => Promise.resolve('done')

  it('runs without Web Locks, without a name, and where the page may not use locks', async () => {
    vi.stubGlobal('navigator', undefined)
    expect(await withLock('name', signal, run)).toBe('done')
    vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new Error('SecurityError')) } })
    expect(await withLock('name', signal, run)).toBe('done')
    expect(await withLock(undefined, signal, run)).toBe('done')
  })

  it('rejects with the error of the run, and runs it once', async () => {
    vi.stubGlobal('navigator', { locks: createLocks() })
    const fail = vi.fn(() => Promise.reject(new Error('failed')))
    await expect(withLock('name', signal, fail)).rejects.toThrow('failed')
    expect(fail).toHaveBeenCalledOnce()
  })

  it('finishes within a second when the lock manager does not answer, or fails, and no other tab waits', async () => {
    vi.useFakeTimers()
    for (const query of [() => new Promise(() => undefined), () => Promise.reject(new Error('failed'))]) {
      vi.stubGlobal('navigator', { locks: { ...createLocks(), query } })
      const isWanted = withLock('name', signal, (lock) => lock.isWanted())
      await vi.advanceTimersByTimeAsync(1000)
      expect(await isWanted).toBe(false)
    }
    vi.useRealTimers()
  })
})
