import { expect, test, vi } from 'vitest'
import { remember } from '../../src/secret/remember.js'

test('a value is kept for its time, and found anew after it', async () => {
  let nowMs = 0
  let count = 0
  const read = remember(
    () => Promise.resolve(++count),
    1000,
    () => nowMs,
  )
  expect([await read(), await read()]).toEqual([1, 1])
  nowMs = 999
  expect(await read()).toBe(1)
  nowMs = 1000
  expect(await read()).toBe(2)
})

test('ten that ask at once share one call', async () => {
  const find = vi.fn(() => Promise.resolve('x'))
  const read = remember(find, 1000)
  await Promise.all(Array.from({ length: 10 }, read))
  expect(find).toHaveBeenCalledTimes(1)
})

test('a failure is not kept', async () => {
  const find = vi.fn(() => Promise.resolve('x')).mockRejectedValueOnce(new Error('down'))
  const read = remember(find, 1000)
  await expect(read()).rejects.toThrow('down')
  expect(await read()).toBe('x')
})
