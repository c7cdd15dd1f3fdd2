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
    query: () =>
      Promise.resolve({
        held: held === undefined ? [] : [{ name: held }],
        pending: waiting.map(({ name }) => ({ name })),
      }),
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

  it('runs without the lock after two seconds when the lock manager never grants it', async () => {
    vi.useFakeTimers()
    const never = (): Promise<never> => new Promise(() => undefined)
    for (const query of [
      never,
      () => Promise.reject(new Error('failed')),
      () => Promise.resolve({ held: [] }),
    ]) {
      vi.stubGlobal('navigator', { locks: { query, request: never } })
      const result = withLock('name', signal, run)
      await vi.advanceTimersByTimeAsync(2000)
      expect(await result).toBe('done')
      expect(vi.getTimerCount()).toBe(0)
    }
    vi.useRealTimers()
  })

  it('does not run again when a lock is granted late', async () => {
    vi.useFakeTimers()
    let grant: (() => Promise<unknown>) | undefined
    const request = (_: string, __: unknown, start: () => Promise<unknown>): Promise<unknown> => {
      grant = async () => start()
      return new Promise(() => undefined)
    }
    vi.stubGlobal('navigator', { locks: { query: () => Promise.resolve({}), request } })
    const once = vi.fn(run)
    const result = withLock('name', signal, once)
    await vi.advanceTimersByTimeAsync(2000)
    expect(await result).toBe('done')
    await expect(grant?.()).rejects.toThrow()
    expect(once).toHaveBeenCalledOnce()
    vi.useRealTimers()
  })

  it('waits for as long as another tab holds the lock', async () => {
    vi.useFakeTimers()
    const locks = createLocks()
    vi.stubGlobal('navigator', { locks })
    let end = (): void => undefined
    const first = withLock('name', signal, () => new Promise<void>((resolve) => (end = resolve)))
    const second = vi.fn(run)
    const result = withLock('name', signal, second)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(second).not.toHaveBeenCalled()
    end()
    await first
    expect(await result).toBe('done')
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  it('ends with its signal while another tab holds the lock', async () => {
    vi.stubGlobal('navigator', { locks: createLocks() })
    void withLock('name', signal, () => new Promise(() => undefined))
    const aborter = new AbortController()
    const result = withLock('name', aborter.signal, run)
    aborter.abort('paused')
    await expect(result).rejects.toBe('paused')
  })
})
