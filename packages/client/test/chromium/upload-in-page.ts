import type { Page } from 'playwright-core'

/** What an upload in a page came to: the events of its retries, and the error if it failed. */
export interface UploadOutcome {
  retries: object[]
  error?: object
}

/** Uploads in a page, with the signal of `window.aborter` if there is one. */
export const uploadInPage = (page: Page, baseURL: string, way: string): Promise<UploadOutcome> =>
  page.evaluate(
    async ({ name, url }) => {
      window.events.length = 0
      const one = window.client.WAYS.find((each) => each.name === name)
      const failure = await one?.upload(window.createClient({ baseURL: url }), window.aborter?.signal).then(
        () => undefined,
        (reason: unknown) => reason as { name: string; code?: string; status?: number; message: string },
      )
      return {
        retries: window.events.filter(({ type }) => type === 'retried'),
        ...(failure && {
          error: {
            name: failure.name,
            code: failure.code,
            status: failure.status,
            message: failure.message,
          },
        }),
      }
    },
    { name: way, url: baseURL },
  )
