import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

describeInChromium('a File of an iframe', () => {
  const demo = usePage()

  it('keeps its name and type', async () => {
    const page = await demo.open()
    const uploaded = await page.evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const { File } = frame.contentWindow as unknown as { File: typeof globalThis.File }
      const file = new File(['hello'], 'framed.txt', { type: 'text/x-framed' })
      const { size, originalFilename, mimeType } = await window.createClient().uploadFile(file)
      return { isOurs: file instanceof window.File, size, originalFilename, mimeType }
    })
    expect(uploaded).toEqual({
      isOurs: false,
      size: 5,
      originalFilename: 'framed.txt',
      mimeType: 'text/x-framed',
    })
  })
})
