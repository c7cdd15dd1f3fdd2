import { expect, it } from 'vitest'
import { createMemoryStorage } from '../../src/store/memory-storage.js'
import { StorageFullError } from '../../src/errors/storage-full-error.js'

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(new TextEncoder().encode(text))
}

async function* brokenAfter(text: string): AsyncGenerator<Uint8Array> {
  yield* chunks(text)
  throw new Error('The connection was lost.')
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const read: Uint8Array[] = []
  for await (const chunk of bytes) read.push(chunk)
  return Buffer.concat(read).toString()
}

it('a range is read across chunks', async () => {
  const stored = await createMemoryStorage(100).keep(chunks('hello', ' ', 'world'))
  expect(stored.sizeBytes).toBe(11)
  expect(await textOf(stored.read())).toBe('hello world')
  expect(await textOf(stored.read(3, 8))).toBe('lo wo')
  expect(await textOf(stored.read(6))).toBe('world')
  expect(await textOf(stored.read(5, 5))).toBe('')
})

it('bytes beyond the limit are refused, and discarded bytes are freed once', async () => {
  const storage = createMemoryStorage(10)
  const stored = await storage.keep(chunks('123456'))
  await expect(storage.keep(chunks('1234', '5'))).rejects.toBeInstanceOf(StorageFullError)
  await storage.keep(chunks('1234'))

  await stored.discard()
  await stored.discard()
  expect(await textOf(stored.read())).toBe('')
  await expect(storage.keep(chunks('1234567'))).rejects.toBeInstanceOf(StorageFullError)
  await storage.keep(chunks('123456'))
})

it('incomplete bytes are freed', async () => {
  const storage = createMemoryStorage(10)
  await expect(storage.keep(brokenAfter('1234567890'))).rejects.toThrow('The connection was lost.')
  expect((await storage.keep(chunks('1234567890'))).sizeBytes).toBe(10)
})

it.each([0, -1, NaN])('a limit of %d bytes is rejected', (limitBytes) => {
  expect(() => createMemoryStorage(limitBytes)).toThrow(
    '"memoryLimitBytes" must be a positive number of bytes',
  )
})
