import path from 'node:path'
import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as entry from '../../src/image-shrink/index.js'

declare global {
  interface Window {
    imageShrink: typeof entry
    /** Draws an image with noise, which compresses badly. */
    draw: (width: number, type: string, alpha?: number) => Promise<File>
    sizeOf: (file: Blob) => Promise<[width: number, height: number]>
  }
}

describeInChromium('shrinkImages with a canvas', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [path.join(import.meta.dirname, '../../src/image-shrink/index.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'imageShrink',
    })
    browser = await launchChromium()
    page = await browser.newPage()
    await page.route('http://shrink.test/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><script>${outputFiles[0]?.text ?? ''}</script>`,
      }),
    )
    await page.goto('http://shrink.test/')
    await page.evaluate(() => {
      window.draw = async (width, type, alpha = 255) => {
        const canvas = new OffscreenCanvas(width, width / 2)
        const context = canvas.getContext('2d')
        const image = new ImageData(width, width / 2)
        let seed = 1
        for (let index = 0; index < image.data.length; index++) {
          seed = (seed * 16807) % 2147483647
          image.data[index] = index % 4 === 3 ? alpha : seed % 256
        }
        context?.putImageData(image, 0, 0)
        const blob = await canvas.convertToBlob({ type, quality: 1 })
        return new File([blob], 'photo.png', { type, lastModified: 42 })
      }
      window.sizeOf = async (file) => {
        const { width, height } = await createImageBitmap(file)
        return [width, height]
      }
    })
  })
  afterAll(() => browser.close())

  it.each([
    ['image/jpeg', 255, 'image/jpeg'],
    ['image/webp', 255, 'image/jpeg'],
    ['image/png', 255, 'image/jpeg'],
    ['image/png', 128, 'image/png'],
  ])('reduces an %s with the opacity %i to the number of pixels, as %s', async (type, alpha, expected) => {
    const result = await page.evaluate(
      async ([given, opacity]) => {
        const file = await window.draw(800, given, opacity)
        const shrunk = await window.imageShrink.shrinkImages({ maxPixels: 20_000 })(file)
        const { name, lastModified, type: mime } = shrunk
        return {
          isSmaller: shrunk.size < file.size,
          size: await window.sizeOf(shrunk),
          about: [name, lastModified, mime],
        }
      },
      [type, alpha] as const,
    )
    expect(result).toStrictEqual({
      isSmaller: true,
      size: [200, 100],
      about: ['photo.png', 42, expected],
    })
  })

  it('keeps an image that is small enough, and one that is damaged', async () => {
    const kept = await page.evaluate(async () => {
      const errors: string[] = []
      const shrink = window.imageShrink.shrinkImages({
        maxPixels: 20_000,
        onError: (error) => errors.push(String(error)),
      })
      const small = await window.draw(200, 'image/jpeg')
      const damaged = new File(['no image'], 'a.jpg', { type: 'image/jpeg' })
      return [(await shrink(small)) === small, (await shrink(damaged)) === damaged, errors.length]
    })
    expect(kept).toStrictEqual([true, true, 1])
  })

  it('keeps the Exif data and the color profile of a JPEG', async () => {
    const kept = await page.evaluate(async () => {
      const file = await window.draw(800, 'image/jpeg')
      const bytes = new Uint8Array(await file.arrayBuffer())
      // TIFF, big-endian, with one field: the artist (0x013b), as text of 4 bytes.
      const exif = [
        69, 120, 105, 102, 0, 0, 77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 59, 0, 2, 0, 0, 0, 4, 65, 110, 110, 0, 0,
        0, 0, 0,
      ]
      const segment = [0xff, 0xe1, 0, exif.length + 2, ...exif]
      const withExif = new File([bytes.slice(0, 2), Uint8Array.from(segment), bytes.slice(2)], 'a.jpg', {
        type: 'image/jpeg',
      })
      const shrunk = await window.imageShrink.shrinkImages({ maxPixels: 20_000 })(withExif)
      const text = new TextDecoder('latin1').decode(await shrunk.slice(0, 2000).arrayBuffer())
      return [
        shrunk.size < withExif.size,
        text.includes('Exif'),
        text.includes('Ann'),
        text.includes('ICC_PROFILE'),
      ]
    })
    expect(kept).toStrictEqual([true, true, true, true])
  })
})
