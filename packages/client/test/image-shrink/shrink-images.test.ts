import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseShrinkOptions } from '../../src/image-shrink/parse-shrink-options.js'
import { createShrinker, shrinkImages, type ShrinkLibrary } from '../../src/image-shrink/shrink-images.js'
import { createQueueWorld } from '../queue/queue-world.js'

afterEach(() => vi.unstubAllGlobals())

const imageOf = (bytes: BlobPart, type = 'image/jpeg'): File =>
  new File([bytes], 'a.jpg', { type, lastModified: 42 })
const photo = (): File => imageOf(new Uint8Array(1000))

function setUp(shrinkFile: ShrinkLibrary['shrinkFile'], options: { types?: string[] } = {}) {
  const errors: unknown[] = []
  const library = { loads: 0 }
  const settings = parseShrinkOptions({
    maxPixels: 100,
    onError: (error) => errors.push(String(error)),
    ...options,
  })
  const shrink = createShrinker(settings, () => {
    library.loads++
    return Promise.resolve({ shrinkFile })
  })
  return { shrink, errors, library }
}

const toSize =
  (size: number, type = 'image/jpeg'): ShrinkLibrary['shrinkFile'] =>
  () =>
    Promise.resolve(new Blob([new Uint8Array(size)], { type }))

describe('shrinkImages', () => {
  it('returns the smaller image with the name and the date of the original', async () => {
    const { shrink, errors } = setUp(toSize(10))
    const shrunk = await shrink(photo())
    expect([shrunk.name, shrunk.lastModified, shrunk.size, shrunk.type]).toStrictEqual([
      'a.jpg',
      42,
      10,
      'image/jpeg',
    ])
    expect(errors).toStrictEqual([])
  })

  it('passes the number of pixels and the quality to the library', async () => {
    const passed: unknown[] = []
    const { shrink } = setUp((_, settings) => {
      passed.push(settings)
      return Promise.resolve(new Blob())
    })
    await shrink(photo())
    expect(passed).toStrictEqual([{ size: 100, quality: 0.8 }])
  })

  it.each([
    ['a larger image', 1001],
    ['an image of the same size', 1000],
    ['an empty image', 0],
  ])('returns the original when the result is %s', async (_, size) => {
    const { shrink, errors } = setUp(toSize(size))
    const file = photo()
    expect(await shrink(file)).toBe(file)
    expect(errors).toStrictEqual([])
  })

  it.each(['text/plain', 'image/gif', 'image/svg+xml', 'video/mp4', ''])(
    'does not load the library for a file of the type "%s"',
    async (type) => {
      const { shrink, library } = setUp(toSize(1))
      const file = imageOf('text', type)
      expect(await shrink(file)).toBe(file)
      expect(library.loads).toBe(0)
    },
  )

  it('shrinks only images of the given types, in any spelling', async () => {
    const { shrink } = setUp(toSize(1), { types: ['image/PNG'] })
    expect((await shrink(imageOf('text', 'image/png'))).size).toBe(1)
    expect((await shrink(photo())).size).toBe(1000)
  })

  it('returns the original, and reports it, when the image cannot be shrunk', async () => {
    const { shrink, errors } = setUp(() => Promise.reject(new Error('Failed to load image')))
    const file = photo()
    expect(await shrink(file)).toBe(file)
    expect(errors).toStrictEqual(['Error: Failed to load image'])
  })

  it.each(['Not required', 'Should skipped'])('does not report "%s" of the library', async (message) => {
    const { shrink, errors } = setUp(() =>
      Promise.reject(new Error(`Failed to shrink image. Message: "${message}".`)),
    )
    const file = photo()
    expect(await shrink(file)).toBe(file)
    expect(errors).toStrictEqual([])
  })

  it('returns the original when the library is not installed, and loads it again for the next image', async () => {
    let loads = 0
    const errors: unknown[] = []
    const shrink = createShrinker(
      parseShrinkOptions({ maxPixels: 1, onError: (error) => errors.push(error) }),
      () =>
        loads++ === 0
          ? Promise.reject(new TypeError('Failed to resolve module specifier'))
          : Promise.resolve({ shrinkFile: toSize(1) }),
    )
    expect((await shrink(photo())).size).toBe(1000)
    expect(errors).toHaveLength(1)
    expect((await shrink(photo())).size).toBe(1)
  })

  it('returns the original although onError throws', async () => {
    const shrink = createShrinker(
      parseShrinkOptions({
        maxPixels: 1,
        onError: () => {
          throw new Error('A bug of the app')
        },
      }),
      () => Promise.reject(new Error('Not found')),
    )
    const file = photo()
    expect(await shrink(file)).toBe(file)
  })

  it('returns the original of an image that is never decoded after 30 seconds, and shrinks the next', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      let calls = 0
      const { shrink, errors } = setUp((file) =>
        calls++ === 0 ? new Promise(() => undefined) : toSize(1)(file, { size: 1, quality: 1 }),
      )
      const file = photo()
      const both = Promise.all([shrink(file), shrink(photo())])
      await vi.advanceTimersByTimeAsync(30_000)
      const [first, second] = await both
      expect(first).toBe(file)
      expect(second.size).toBe(1)
      expect(errors).toStrictEqual(['Error: Shrinking "a.jpg" took longer than 30 seconds'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('decodes one image at a time, because a decoded image takes much memory', async () => {
    let running = 0
    let most = 0
    const { shrink } = setUp(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      return new Blob(['a'], { type: 'image/jpeg' })
    })
    await Promise.all(Array.from({ length: 5 }, () => shrink(photo())))
    expect(most).toBe(1)
  })

  it('uploads the original in an environment without a canvas', async () => {
    const world = createQueueWorld({ beforeUpload: shrinkImages({ maxPixels: 1 }) })
    const file = photo()
    world.queue.add([file])
    await expect.poll(() => world.attempts.length).toBe(1)
    expect(world.queue.getSnapshot().items[0]?.file).toBe(file)
  })

  it.each([
    [{ maxPixels: 0 }, '"maxPixels" must be a whole number of pixels, 1 or more, like 2000 * 1500'],
    [{}, '"maxPixels" must be a whole number of pixels, 1 or more, like 2000 * 1500'],
    [{ maxPixels: 1, quality: 80 }, '"quality" must be a number above 0, up to 1'],
    [
      { maxPixels: 1, types: ['image/*'] },
      '"types" must be an array of MIME types of images, like "image/jpeg"',
    ],
    [{ maxPixels: 1, onError: true }, '"onError" must be a function'],
    [{ maxPixel: 1 }, 'Unknown option "maxPixel". Did you mean "maxPixels"?'],
  ])('throws a TypeError for %j', (options, message) => {
    expect(() => shrinkImages(options as never)).toThrow(new TypeError(message))
  })
})
