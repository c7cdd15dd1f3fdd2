import { describe, expect, it, vi } from 'vitest'
import { cacheFor } from '../../src/secret/cache-for.js'

describe('cacheFor', () => {
  it('returns the cached value until its time is over, then loads it again', async () => {
    let nowMs = 0
    let count = 0
    const read = cacheFor(
      1000,
      () => Promise.resolve(++count),
      () => nowMs,
    )
    expect([await read(), await read()]).toEqual([1, 1])
    nowMs = 999
    expect(await read()).toBe(1)
    nowMs = 1000
    expect(await read()).toBe(2)
  })

  it('loads once for ten concurrent calls', async () => {
    const load = vi.fn(() => Promise.resolve('x'))
    const read = cacheFor(1000, load)
    await Promise.all(Array.from({ length: 10 }, read))
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('does not cache a failure', async () => {
    const load = vi.fn(() => Promise.resolve('x')).mockRejectedValueOnce(new Error('down'))
    const read = cacheFor(1000, load)
    await expect(read()).rejects.toThrow('down')
    expect(await read()).toBe('x')
  })
})
