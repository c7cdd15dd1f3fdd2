import type { IdentityProvider } from '@secure-uploading/aws-stand-in'
import { Hono, type Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const USER = 'Ada Lovelace'
const COOKIE_NAME = 'identity_provider_session'

/** Creates the sign-in of the local identity provider, which keeps its session in a cookie. Demo sign-in without a password. */
export function signInRoutes(identityProvider: IdentityProvider, accessTokenSeconds: number): Hono {
  const app = new Hono()
  const answer = async (c: Context): Promise<Response> =>
    c.json({ user: USER, accessToken: await identityProvider.issue(USER), expiresIn: accessTokenSeconds })

  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.post('/', (c) => {
    setCookie(c, COOKIE_NAME, 'signed-in', { httpOnly: true, sameSite: 'Lax', path: '/' })
    return answer(c)
  })
  app.get('/', async (c) => (getCookie(c, COOKIE_NAME) === undefined ? c.json({}) : answer(c)))
  app.delete('/', (c) => {
    deleteCookie(c, COOKIE_NAME, { path: '/' })
    return c.json({})
  })
  return app
}
