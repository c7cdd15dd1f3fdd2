import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'

export interface DemoPage {
  page: Page
  /** Locates the row of the file with this name. */
  row: (name: string) => Locator
  /** Locates the rows that are drawn, which are those in view. */
  rows: () => Locator
  /** Picks files in the page's file input. */
  pick: (...files: PickedFile[]) => Promise<void>
  /** Waits until the heading of the list shows this text. */
  untilTotals: (text: string | RegExp, timeoutMs?: number) => Promise<void>
  /** Waits until an entry of the event log contains this text. */
  untilLogged: (text: string) => Promise<void>
  /** Reads one of the three counts of the panel. */
  count: (name: 'fetched' | 'renewed' | 'refused') => Promise<number>
}

export interface PickedFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Opens the page in a new browser context, signed in by default. */
export async function openDemoPage(
  browser: Browser,
  url: string,
  { isSignedIn = true, ...options }: BrowserContextOptions & { isSignedIn?: boolean } = {},
): Promise<DemoPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  await page.goto(url)
  const signIn = page.getByRole('button', { name: 'Sign in as Ada Lovelace' })
  await signIn.waitFor()
  if (isSignedIn) {
    await signIn.click()
    await page.getByText('Choose files').waitFor()
  }

  return {
    page,
    row: (name) => page.getByTitle(name, { exact: true }),
    rows: () => page.locator('li[data-status]'),
    pick: (...files) => page.setInputFiles('input[type=file]', files),
    async untilTotals(text, timeoutMs = 20_000) {
      await page.getByRole('heading', { name: text, level: 2 }).waitFor({ timeout: timeoutMs })
    },
    async untilLogged(text) {
      await page.locator('.activity__list').getByText(text).first().waitFor()
    },
    async count(name) {
      return Number(await page.locator(`[data-part="${name}-count"]`).textContent())
    },
  }
}
