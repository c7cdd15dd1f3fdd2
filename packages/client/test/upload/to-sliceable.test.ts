import { afterEach, expect, it, vi } from 'vitest'
import { toSliceable } from '../../src/upload/to-sliceable.js'

afterEach(() => vi.unstubAllGlobals())

const textOf = async (data: unknown): Promise<string> => new Response(data as Blob).text()

it('takes a Blob as it is', async () => {
  const blob = new Blob(['hello'])
  expect(await toSliceable(blob)).toBe(blob)
})

it('takes the bytes of a view, and not those around it', async () => {
  const bytes = new TextEncoder().encode('say hello twice').subarray(4, 9)
  const inNode = await toSliceable(bytes)
  expect(inNode).toBeInstanceOf(Buffer)
  expect(await textOf(inNode)).toBe('hello')

  // What upload-client’s build for browsers goes by.
  vi.stubGlobal('XMLHttpRequest', class {})
  const inPage = await toSliceable(bytes)
  expect(inPage).toBeInstanceOf(Blob)
  expect(await textOf(inPage)).toBe('hello')
})

it('reads a stream', async () => {
  const stream = new Blob(['hel', 'lo']).stream()
  expect(await textOf(await toSliceable(stream))).toBe('hello')
})

it('fetches what React Native names by its address', async () => {
  const uri = 'data:text/plain,hello'
  expect(await textOf(await toSliceable({ uri, name: 'hello.txt', type: 'text/plain' }))).toBe('hello')
})
