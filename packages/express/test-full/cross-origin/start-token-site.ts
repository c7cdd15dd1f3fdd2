import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Request } from 'express'
import { createTokenHandler } from '../../src/index.js'

/** What reached the token endpoint, and what it answered. */
export interface TokenRequest {
  method: string
  origin: string | undefined
  /** `Sec-Fetch-Site`: what the browser says of the page. */
  site: string | undefined
  cookie: string | undefined
  readonly status: number
}

export interface TokenSite {
  /** The origin of a host: all of them are served here, `app` has the token endpoint. */
  originOf: (host: string) => string
  tokenUrl: string
  requests: TokenRequest[]
  /** How often `authorize` was asked. */
  readonly authorizeCalls: number
  /** Begins to count anew. */
  forget: () => void
  close: () => Promise<void>
}

/**
 * Serves an app whose token endpoint lets `www.app` and `partner` ask, and an empty page for every host below a domain.
 * Its sign-in lets everybody in, whatever page asks: what is on trial is the token endpoint.
 */
export async function startTokenSite(domain: string): Promise<TokenSite> {
  const app = express()
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const originOf = (host: string): string => `http://${host}.${domain}:${port}`
  const requests: TokenRequest[] = []
  let authorizeCalls = 0

  app.get('/', (_request, response) => {
    response.type('html').send('<!doctype html><title>A page</title>')
  })
  app.post('/sign-in', (_request, response) => {
    response.cookie('lax_session', 'ada', { httpOnly: true, sameSite: 'lax' })
    // For a page of another site: browsers that block the cookies of third parties let this one pass.
    response.cookie('partitioned_session', 'ada', {
      httpOnly: true,
      sameSite: 'none',
      secure: true,
      partitioned: true,
    })
    response.sendStatus(204)
  })
  app.all(
    '/api/upload-token',
    (request, response, next) => {
      requests.push({
        method: request.method,
        origin: request.get('origin'),
        site: request.get('sec-fetch-site'),
        cookie: request.get('cookie'),
        get status() {
          return response.statusCode
        },
      })
      next()
    },
    createTokenHandler({
      publicKey: 'demopublickey',
      secretKey: 'demosecretkey',
      allowedOrigins: [originOf('www.app'), originOf('partner')],
      authorize: (request) => {
        authorizeCalls++
        return isSignedIn(request) ? { subject: 'ada' } : null
      },
    }),
  )

  return {
    originOf,
    tokenUrl: `${originOf('app')}/api/upload-token`,
    requests,
    get authorizeCalls() {
      return authorizeCalls
    },
    forget() {
      requests.length = 0
      authorizeCalls = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

const isSignedIn = (request: Request): boolean => request.get('cookie')?.includes('_session=ada') ?? false
