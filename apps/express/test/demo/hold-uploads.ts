import type { Page } from 'playwright-core'

export interface HeldUploads {
  /** How many requests have been held so far. */
  readonly count: number
  /** Sends those that are still wanted on their way. */
  letGo: () => void
}

/** Holds each direct upload of the page before it reaches the Upload API. */
export async function holdUploads(page: Page): Promise<HeldUploads> {
  let count = 0
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/base/**', async (route) => {
    count += 1
    await held
    await route.continue().catch(() => undefined)
  })
  return {
    get count() {
      return count
    },
    letGo,
  }
}
