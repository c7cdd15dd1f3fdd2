import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as module from '../../src/network/find-blocker.js'

const ADDRESS = 'https://upload.example/base/'
const ORIGIN = 'https://upload.example'
type Violation = Pick<SecurityPolicyViolationEvent, 'blockedURI' | 'disposition' | 'effectiveDirective'>

let page: typeof module
let violate: (event: Violation) => void
let listeners: string[]
let probe: ReturnType<typeof vi.fn<typeof fetch>>

beforeEach(async () => {
  // The module keeps what it has seen for the life of the page.
  vi.resetModules()
  page = await import('../../src/network/find-blocker.js')
  listeners = []
  probe = vi.fn<typeof fetch>().mockRejectedValue(new TypeError('Failed to fetch'))
  vi.stubGlobal('location', { origin: 'https://app.example' })
  vi.stubGlobal('addEventListener', (type: string, listener: typeof violate) => {
    listeners.push(type)
    violate = listener
  })
  vi.stubGlobal('fetch', probe)
})
afterEach(() => {
  vi.unstubAllGlobals()
  // The tests of other files share the modules, and have no page.
  vi.resetModules()
})

const violation: Violation = {
  blockedURI: ADDRESS,
  disposition: 'enforce',
  effectiveDirective: 'connect-src',
}

describe('the blocker of an address', () => {
  it('is the Content Security Policy of the page, when that has refused a request to the origin', async () => {
    page.watchPolicy()
    violate(violation)
    expect(await page.findBlocker(ADDRESS, 1, undefined)).toBe(
      `The Content Security Policy (CSP) of this page blocks ${ORIGIN}. Add it to "connect-src".`,
    )
    expect(await page.findBlocker('https://other.example/', 1, undefined)).toBeUndefined()
    expect(probe).not.toHaveBeenCalled()
  })

  it.each([
    ['only reports', { disposition: 'report' as const }],
    ['refuses an image', { effectiveDirective: 'img-src' }],
  ])('is not a policy that %s', async (_, change) => {
    page.watchPolicy()
    violate({ ...violation, ...change })
    expect(await page.findBlocker(ADDRESS, 1, undefined)).toBeUndefined()
  })

  it('is CORS, when three requests failed and the server is reachable without it', async () => {
    page.watchPolicy()
    probe.mockResolvedValue(new Response())
    expect(await page.findBlocker(ADDRESS, 2, undefined)).toBeUndefined()
    expect(probe).not.toHaveBeenCalled()
    expect(await page.findBlocker(ADDRESS, 3, undefined)).toMatch(
      /^https:\/\/upload\.example is reachable, .* does not allow https:\/\/app\.example \(CORS\)/,
    )
    expect(probe.mock.calls[0]?.[0]).toBe(ORIGIN)
    expect(probe.mock.calls[0]?.[1]).toMatchObject({ method: 'HEAD', mode: 'no-cors', cache: 'no-store' })
  })

  it('is nothing, when the server cannot be reached', async () => {
    page.watchPolicy()
    expect(await page.findBlocker(ADDRESS, 3, undefined)).toBeUndefined()
    expect(probe).toHaveBeenCalledTimes(1)
  })

  it('is nothing for an origin that answered before, and for the page’s own', async () => {
    page.watchPolicy()
    probe.mockResolvedValue(new Response())
    page.noteAnswer(new URL('https://upload.example/info/'))
    expect(await page.findBlocker(ADDRESS, 3, undefined)).toBeUndefined()
    expect(await page.findBlocker('https://app.example/api', 3, undefined)).toBeUndefined()
    expect(probe).not.toHaveBeenCalled()
  })

  it('is looked for in pages only, with one listener', async () => {
    expect(await page.findBlocker(ADDRESS, 3, undefined)).toBeUndefined()
    vi.stubGlobal('location', undefined)
    page.watchPolicy()
    expect(listeners).toEqual([])
    vi.stubGlobal('location', { origin: 'https://app.example' })
    page.watchPolicy()
    page.watchPolicy()
    expect(listeners).toEqual(['securitypolicyviolation'])
  })
})
