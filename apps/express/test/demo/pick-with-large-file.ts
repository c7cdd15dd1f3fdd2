import type { Page } from 'playwright-core'
import type { PickedFile } from './open-demo-page.js'

/**
 * Picks files together with a large file of random bytes. The page creates the large file, because transferring it from
 * Playwright to the browser takes half a minute.
 *
 * @returns the SHA-256 of the large file, as hex
 */
export async function pickWithLargeFile(
  page: Page,
  files: readonly PickedFile[],
  large: { name: string; sizeBytes: number },
): Promise<string> {
  const small = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] }))
  return page.evaluate(
    async ({ small, large }) => {
      const transfer = new DataTransfer()
      for (const { name, mimeType, bytes } of small) {
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }))
      }
      const bytes = new Uint8Array(large.sizeBytes)
      for (let start = 0; start < bytes.length; start += 65_536) {
        crypto.getRandomValues(bytes.subarray(start, start + 65_536))
      }
      transfer.items.add(new File([bytes], large.name))

      const input = document.querySelector<HTMLInputElement>('input[type=file]')
      if (!input) throw new Error('The page has no file input')
      input.files = transfer.files
      input.dispatchEvent(new Event('change'))
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    },
    { small, large },
  )
}
