import type { HonoRequest, MiddlewareHandler } from 'hono'
import type { ServerBindings } from '../../http/server-bindings.js'
import { isLoopbackHost } from '../../is-loopback-host.js'

/**
 * Keeps other pages in the same browser from turning the emulator's switches. Programs send neither `Sec-Fetch-Site`
 * nor `Origin` and are let through; so is an address typed by hand.
 */
export const refuseOtherSites: MiddlewareHandler<{ Bindings: ServerBindings }> = async (
  { req, env, json },
  next,
) => {
  const { hostname, host } = new URL(req.url)
  // Another site can have its own name lead here (DNS rebinding), and a browser takes it for the emulator's page then.
  if (env.isLoopback === true && !isLoopbackHost(hostname)) {
    return json({ error: 'The emulator listens on this machine alone: ask 127.0.0.1 or localhost.' }, 403)
  }
  if (isOtherSite(req, host)) {
    return json({ error: 'Only the emulator’s own page may do this from a browser.' }, 403)
  }
  await next()
  return undefined
}

function isOtherSite(req: HonoRequest, host: string): boolean {
  const site = req.header('Sec-Fetch-Site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  // Old browsers, and all of them where the emulator is on another machine without https.
  const origin = req.header('Origin')
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
