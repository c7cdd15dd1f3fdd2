import type { Page } from 'playwright-core'

export interface HeldUploads {
  /** Number of requests held so far. */
  readonly count: number
  /** Continues the held requests. */
  release: () => void
}

/** Holds each direct upload of the page before it reaches the Upload API. */
export async function holdUploads(page: Page): Promise<HeldUploads> {
  let count = 0
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/base/**', async (route) => {
    count += 1
    await released
    await route.continue().catch(() => undefined)
  })
  return {
    get count() {
      return count
    },
    release,
  }
}
