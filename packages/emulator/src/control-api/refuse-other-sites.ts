import type { MiddlewareHandler } from 'hono'

/**
 * Keeps other pages in the same browser from turning the emulator's switches. Programs send no `Sec-Fetch-Site`
 * and are let through; so is an address typed by hand.
 */
export const refuseOtherSites: MiddlewareHandler = async (context, next) => {
  const site = context.req.header('Sec-Fetch-Site')
  const isForeign = site === 'cross-site' || site === 'same-site'
  if (isForeign)
    return context.json({ error: 'Only the emulator’s own page may do this from a browser.' }, 403)
  await next()
  return undefined
}
