import { afterEach, expect, it, vi } from 'vitest'
import { isSentAsAsset, toBytes } from '../../src/upload/to-bytes.js'

afterEach(() => vi.unstubAllGlobals())

const textOf = async (data: unknown): Promise<string> => new Response(data as Blob).text()

it('toBytes returns a Blob unchanged', async () => {
  const blob = new Blob(['hello'])
  expect(await toBytes(blob)).toBe(blob)
})

it('toBytes converts the bytes of a view, and not the rest of its buffer', async () => {
  const bytes = new TextEncoder().encode('say hello twice').subarray(4, 9)
  const inNode = await toBytes(bytes)
  expect(inNode).toBeInstanceOf(Buffer)
  expect(await textOf(inNode)).toBe('hello')

  // The sign of a browser.
  vi.stubGlobal('XMLHttpRequest', class {})
  const inPage = await toBytes(bytes)
  expect(inPage).toBeInstanceOf(Blob)
  expect(await textOf(inPage)).toBe('hello')
})

it('toBytes reads a stream', async () => {
  const stream = new Blob(['hel', 'lo']).stream()
  expect(await textOf(await toBytes(stream))).toBe('hello')
})

it('toBytes fetches a React Native asset', async () => {
  const uri = 'data:text/plain,hello'
  expect(await textOf(await toBytes({ uri, name: 'hello.txt', type: 'text/plain' }))).toBe('hello')
})

it('isSentAsAsset is true only in React Native, because other platforms cannot send an address', () => {
  const asset = { uri: 'file:///photo.jpg', name: 'photo.jpg', type: 'image/jpeg' }
  expect(isSentAsAsset(asset)).toBe(false)
  vi.stubGlobal('navigator', { product: 'Gecko' })
  expect(isSentAsAsset(asset)).toBe(false)
  vi.stubGlobal('navigator', { product: 'ReactNative' })
  expect(isSentAsAsset(asset)).toBe(true)
  expect(isSentAsAsset(new Blob(['x']))).toBe(false)
})
