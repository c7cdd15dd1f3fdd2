import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTokenSite, type TokenSite } from './start-token-site.js'

type Browser = Awaited<ReturnType<typeof launchChromium>>
type Page = Awaited<ReturnType<Browser['newPage']>>

let browser: Browser
let site: TokenSite
let page: Page

/** Opens the page of a host and signs in to the app from there, so that what cookies there can be are there. */
async function openSignedIn(host: string): Promise<void> {
  await page.goto(site.originOf(host))
  await page.evaluate(
    (url) => fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include' }).then(() => undefined),
    `${site.originOf('app')}/sign-in`,
  )
}

/** Asks for a token, and tells all that a script of the page learns of the answer. */
async function askForToken(headers: Record<string, string> = {}): Promise<unknown> {
  return page.evaluate(
    async ({ url, headers }) => {
      try {
        const response = await fetch(url, { method: 'POST', credentials: 'include', headers })
        const body: unknown = await response.json()
        return { status: response.status, date: response.headers.get('date'), body }
      } catch (error) {
        return String(error)
      }
    },
    { url: site.tokenUrl, headers },
  )
}

/** Asks without wanting to read the answer, which no browser asks permission for. */
async function askBlindly(): Promise<string> {
  return page.evaluate(
    (url) => fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include' }).then(({ type }) => type),
    site.tokenUrl,
  )
}

/** Sends a form from the page, and tells what the browser shows then. */
async function submitForm(): Promise<string> {
  await page.setContent(`<form method="post" action="${site.tokenUrl}"><button>Send</button></form>`)
  await page.getByRole('button').click()
  await page.waitForURL(site.tokenUrl)
  return page.locator('body').innerText()
}

const TOKEN = {
  status: 200,
  // Other origins see it only because it is exposed to them.
  date: expect.stringContaining('GMT') as string,
  body: { publicKey: 'demopublickey', secureSignature: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
}

const holding = (cookie: string): string => expect.stringContaining(cookie) as string

// Pages below "localhost" count as safe without TLS: of those, browsers say where they are from. Of a page that comes over
// http from anywhere else they tell the Origin alone, and keep no Secure cookie for it.
describe.each([
  {
    told: 'Sec-Fetch-Site',
    domain: 'localhost',
    sites: { same: 'same-origin', near: 'same-site', far: 'cross-site' },
    farCookie: holding('partitioned_session'),
  },
  { told: 'Origin alone', domain: 'test', sites: {}, farCookie: undefined },
])('pages of which a browser tells the $told', ({ domain, sites, farCookie }) => {
  describeInChromium('and the token endpoint', () => {
    beforeAll(async () => {
      const args = ['--host-resolver-rules=MAP *.test 127.0.0.1']
      ;[browser, site] = await Promise.all([launchChromium({ args }), startTokenSite(domain)])
    })
    beforeEach(async () => {
      page = await browser.newPage()
    })
    afterEach(async () => {
      await page.close()
      site.forget()
    })
    afterAll(() => Promise.all([browser.close(), site.close()]))

    it("gives a token to the app's own page, with its cookie", async () => {
      await openSignedIn('app')
      expect(await askForToken()).toMatchObject(TOKEN)
      expect(site.requests).toMatchObject([{ site: sites.same, cookie: holding('lax_session') }])
    })

    it('gives a token that it can read to an allowed page of the same site, with its cookie', async () => {
      await openSignedIn('www.app')
      expect(await askForToken()).toMatchObject(TOKEN)
      expect(site.requests).toMatchObject([{ site: sites.near, cookie: holding('lax_session') }])
    })

    if (farCookie !== undefined) {
      it('gives a token that it can read to an allowed page of another site, with its cookie', async () => {
        await openSignedIn('partner')
        expect(await askForToken()).toMatchObject(TOKEN)
        expect(site.requests).toMatchObject([{ site: sites.far, cookie: farCookie }])
      })
    }

    it('lets an allowed page send a header of its own, after a preflight', async () => {
      await openSignedIn('www.app')
      expect(await askForToken({ 'x-tenant': 'blue' })).toMatchObject(TOKEN)
      expect(site.requests).toMatchObject([
        { method: 'OPTIONS', status: 204 },
        { method: 'POST', status: 200 },
      ])
    })

    describe.each([
      ['of the same site', 'blog.app', sites.near, holding('lax_session')],
      ['of another site', 'evil', sites.far, farCookie],
    ])('a foreign page %s', (_where, host, siteTold, cookie) => {
      it('is refused, though its cookie comes along, and cannot read the answer', async () => {
        await openSignedIn(host)
        expect(await askForToken()).toBe('TypeError: Failed to fetch')
        expect(site.requests).toMatchObject([{ status: 403, site: siteTold, cookie }])
        expect(site.authorizeCalls).toBe(0)
      })

      it('gets no further than a preflight with a header of its own', async () => {
        await openSignedIn(host)
        expect(await askForToken({ 'x-tenant': 'blue' })).toBe('TypeError: Failed to fetch')
        expect(site.requests.map(({ method }) => method)).toEqual(['OPTIONS'])
        expect(site.authorizeCalls).toBe(0)
      })

      it('does not reach authorize with a no-cors request', async () => {
        await openSignedIn(host)
        expect(await askBlindly()).toBe('opaque')
        expect(site.requests).toMatchObject([{ method: 'POST', status: 403, cookie }])
        expect(site.authorizeCalls).toBe(0)
      })

      it('does not reach authorize with a form', async () => {
        await openSignedIn(host)
        expect(await submitForm()).toContain('ERR_FORBIDDEN')
        expect(site.requests).toMatchObject([{ method: 'POST', status: 403, site: siteTold }])
        expect(site.authorizeCalls).toBe(0)
      })
    })

    it("refuses a sandboxed frame in the app's own page, whose origin is null", async () => {
      await openSignedIn('app')
      const script = `fetch('${site.tokenUrl}', { method: 'POST', mode: 'no-cors', credentials: 'include' })`
      await page.setContent(`<iframe sandbox="allow-scripts" srcdoc="<script>${script}</script>"></iframe>`)
      await expect
        .poll(() => site.requests)
        .toMatchObject([{ method: 'POST', origin: 'null', site: sites.far, status: 403 }])
      expect(site.authorizeCalls).toBe(0)
    })
  })
})
