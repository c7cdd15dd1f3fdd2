import type { Browser } from 'playwright-core'

const FILE = { name: 'hello.txt', mimeType: 'text/plain', buffer: Buffer.from('Hello') }

export interface UploadedInChromium {
  /** The address of the uploaded file. */
  url: string
  content: string
}

/**
 * Opens a page with the generated component, and chooses a file.
 *
 * @throws {Error} with the text of the page when no file arrives
 */
export async function uploadInChromium(browser: Browser, pageUrl: string): Promise<UploadedInChromium> {
  const page = await browser.newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  try {
    await page.goto(pageUrl)
    const link = page.getByRole('link', { name: FILE.name })
    // A development server may reload the page once it has bundled the packages, and a page ignores files until it is hydrated.
    for (let attempt = 0; attempt < 10 && (await link.count()) === 0; attempt++) {
      await page.locator('input[type=file]').first().setInputFiles(FILE, { timeout: 30_000 })
      await link.waitFor({ timeout: 6000 }).catch(() => undefined)
    }
    const url = await link.getAttribute('href', { timeout: 1000 })
    const content = await (await fetch(url ?? '')).text()
    return { url: url ?? '', content }
  } catch (error) {
    const text = await page.locator('body').innerText()
    throw new Error(`No file arrived. The page:\n${text}\n${problems.join('\n')}`, { cause: error })
  } finally {
    await page.close()
  }
}
