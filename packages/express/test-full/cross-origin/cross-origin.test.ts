import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTokenSite, type TokenSite } from './start-token-site.js'

type Browser = Awaited<ReturnType<typeof launchChromium>>
type Page = Awaited<ReturnType<Browser['newPage']>>

let browser: Browser
let site: TokenSite
let page: Page

/** Opens the page of a host and signs in to the app from there, so that every possible cookie is set. */
async function openSignedIn(host: string): Promise<void> {
  await page.goto(site.originOf(host))
  await page.evaluate(
    (url) => fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include' }).then(() => undefined),
    `${site.originOf('app')}/sign-in`,
  )
}

/** Requests a token. Returns the parts of the answer that a script of the page can read. */
async function requestToken(headers: Record<string, string> = {}): Promise<unknown> {
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

/** Sends a no-cors request, which needs no preflight. */
async function sendNoCors(): Promise<string> {
  return page.evaluate(
    (url) => fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include' }).then(({ type }) => type),
    site.tokenUrl,
  )
}

/** Sends a form from the page. Returns the text that the browser shows then. */
async function submitForm(): Promise<string> {
  await page.setContent(`<form method="post" action="${site.tokenUrl}"><button>Send</button></form>`)
  await page.getByRole('button').click()
  await page.waitForURL(site.tokenUrl)
  return page.locator('body').innerText()
}

const TOKEN = {
  status: 200,
  // Other origins can read it because it is exposed.
  date: expect.stringContaining('GMT') as string,
  body: { publicKey: 'demopublickey', secureSignature: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
}

const holding = (cookie: string): string => expect.stringContaining(cookie) as string

// Pages below "localhost" are trustworthy without TLS, so browsers send Sec-Fetch-Site. For other pages over http they send
// only Origin and keep no Secure cookie.
describe.each([
  {
    sent: 'Sec-Fetch-Site',
    domain: 'localhost',
    sites: { same: 'same-origin', near: 'same-site', far: 'cross-site' },
    farCookie: holding('partitioned_session'),
  },
  { sent: 'only Origin', domain: 'test', sites: {}, farCookie: undefined },
])('pages for which a browser sends $sent', ({ domain, sites, farCookie }) => {
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

    it('issue a token with the cookie to a page of the app', async () => {
      await openSignedIn('app')
      expect(await requestToken()).toMatchObject(TOKEN)
      expect(site.requests).toMatchObject([{ site: sites.same, cookie: holding('lax_session') }])
    })

    it('issue a readable token with the cookie to an allowed page of the same site', async () => {
      await openSignedIn('www.app')
      expect(await requestToken()).toMatchObject(TOKEN)
      expect(site.requests).toMatchObject([{ site: sites.near, cookie: holding('lax_session') }])
    })

    if (farCookie !== undefined) {
      it('issue a readable token with the cookie to an allowed page of another site', async () => {
        await openSignedIn('partner')
        expect(await requestToken()).toMatchObject(TOKEN)
        expect(site.requests).toMatchObject([{ site: sites.far, cookie: farCookie }])
      })
    }

    it('accept a custom header of an allowed page after a preflight', async () => {
      await openSignedIn('www.app')
      expect(await requestToken({ 'x-tenant': 'blue' })).toMatchObject(TOKEN)
      expect(site.requests).toMatchObject([
        { method: 'OPTIONS', status: 204 },
        { method: 'POST', status: 200 },
      ])
    })

    describe.each([
      ['of the same site', 'blog.app', sites.near, holding('lax_session')],
      ['of another site', 'evil', sites.far, farCookie],
    ])('a foreign page %s', (_where, host, sentSite, cookie) => {
      it('is refused although its cookie is sent, and cannot read the answer', async () => {
        await openSignedIn(host)
        expect(await requestToken()).toBe('TypeError: Failed to fetch')
        expect(site.requests).toMatchObject([{ status: 403, site: sentSite, cookie }])
        expect(site.authorizeCalls).toBe(0)
      })

      it('sends only a preflight with a custom header', async () => {
        await openSignedIn(host)
        expect(await requestToken({ 'x-tenant': 'blue' })).toBe('TypeError: Failed to fetch')
        expect(site.requests.map(({ method }) => method)).toEqual(['OPTIONS'])
        expect(site.authorizeCalls).toBe(0)
      })

      it('does not reach authorize with a no-cors request', async () => {
        await openSignedIn(host)
        expect(await sendNoCors()).toBe('opaque')
        expect(site.requests).toMatchObject([{ method: 'POST', status: 403, cookie }])
        expect(site.authorizeCalls).toBe(0)
      })

      it('does not reach authorize with a form', async () => {
        await openSignedIn(host)
        expect(await submitForm()).toContain('ERR_FORBIDDEN')
        expect(site.requests).toMatchObject([{ method: 'POST', status: 403, site: sentSite }])
        expect(site.authorizeCalls).toBe(0)
      })
    })

    it('refuse a sandboxed frame in a page of the app, whose origin is null', async () => {
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
