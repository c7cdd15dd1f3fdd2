import { describe, expect, it, vi } from 'vitest'
import { useStage } from '../use-stage.js'
import { createFakeLocks } from './fake-locks.js'
import { createMemoryStore } from './memory-store.js'
import { fileOf, settleStore, shown, usePages } from './open-page.js'

const { open } = usePages(await useStage())
const never = (): Promise<never> => new Promise(() => undefined)

/** Lets real seconds pass: the browser takes real time, whatever clock the client has. */
const passBrowserTime = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms)
  await settleStore()
}

describe('a lock that the browser never grants', () => {
  it('does not delay an upload, delays the writing of files by 2 seconds, and restore by as much', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      vi.stubGlobal('navigator', { locks: { ...createFakeLocks(), request: never } })
      const store = createMemoryStore()
      const before = open(store)
      before.add([fileOf('a.txt')])
      await settleStore()
      await passBrowserTime(2000)
      expect([...store.values.keys()]).toHaveLength(2)
      before.destroy()

      const queue = open(store)
      let restored: unknown
      void queue.restore().then((items) => {
        restored = items
      })
      await settleStore()
      expect(restored).toBeUndefined()
      await passBrowserTime(2000)
      expect(restored).toHaveLength(1)
    } finally {
      vi.useRealTimers()
    }
  })

  it('uploads a small file without waiting for it', async () => {
    vi.stubGlobal('navigator', { locks: { ...createFakeLocks(), request: never } })
    const queue = open(createMemoryStore(), { autoStart: true })
    queue.add([fileOf('a.txt')])
    await queue.settled()
    expect(shown(queue)).toStrictEqual(['a.txt uploaded'])
  })

  it.each([
    ['refuses', () => Promise.reject(new DOMException('Not allowed', 'SecurityError'))],
    [
      'throws for',
      () => {
        throw new TypeError('Locks are disabled')
      },
    ],
  ])('stores and restores in a browser that %s requests', async (_, request) => {
    vi.stubGlobal('navigator', { locks: { ...createFakeLocks(), request } })
    const store = createMemoryStore()
    const before = open(store)
    before.add([fileOf('a.txt')])
    await settleStore()
    before.destroy()
    await settleStore()
    expect(await open(store).restore()).toHaveLength(1)
  })
})

describe('a browser without IndexedDB', () => {
  it.each([
    ['is undefined', undefined],
    [
      'refuses to open, as in private windows',
      {
        open: () => {
          throw new DOMException('The operation is insecure', 'SecurityError')
        },
      },
    ],
    [
      'fails to open',
      {
        open: () => {
          const request = { error: new DOMException('Full', 'QuotaExceededError'), onerror: () => undefined }
          queueMicrotask(() => {
            request.onerror()
          })
          return request
        },
      },
    ],
  ])('uploads, restores nothing, and empties itself when indexedDB %s', async (_, indexedDB) => {
    vi.stubGlobal('indexedDB', indexedDB)
    const queue = open(undefined as never, { resumeStore: undefined, autoStart: true })
    expect(await queue.restore()).toStrictEqual([])
    queue.add([fileOf('a.txt'), fileOf('large.bin', 11_000_000)])
    await queue.settled()
    expect(shown(queue)).toStrictEqual(['a.txt uploaded', 'large.bin uploaded'])
    queue.clear()
    expect(shown(queue)).toStrictEqual([])
  })
})
