import type { HonoRequest, MiddlewareHandler } from 'hono'
import type { Emulation } from '../../emulation.js'
import type { ServerBindings } from '../../http/server-bindings.js'
import { isLoopbackHost } from '../../is-loopback-host.js'

/**
 * Refuses control requests from other pages in the same browser. Requests without `Sec-Fetch-Site` and `Origin`, as sent
 * by programs and by typed addresses, are allowed.
 */
export const refuseOtherSites =
  ({ publicUrl }: Pick<Emulation, 'publicUrl'>): MiddlewareHandler<{ Bindings: ServerBindings }> =>
  async ({ req, env, json }, next) => {
    const { hostname, host } = new URL(req.url)
    const isPublicHost = publicUrl !== undefined && new URL(publicUrl).hostname === hostname
    // DNS rebinding: another site can point its own name here, and the browser then sends its requests as same-origin.
    if (env.isLoopback === true && !isLoopbackHost(hostname) && !isPublicHost) {
      return json(
        { error: 'The emulator is reachable from this machine only. Use 127.0.0.1 or localhost.' },
        403,
      )
    }
    if (isOtherSite(req, host)) {
      return json({ error: 'Requests from other pages are refused. Use the emulator’s own page.' }, 403)
    }
    await next()
    return undefined
  }

function isOtherSite(req: HonoRequest, host: string): boolean {
  const site = req.header('Sec-Fetch-Site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  // Browsers omit Sec-Fetch-Site over plain http to another machine; old browsers always do.
  const origin = req.header('Origin')
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
