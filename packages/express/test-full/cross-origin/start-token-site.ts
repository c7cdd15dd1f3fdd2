import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Request } from 'express'
import { createTokenHandler } from '../../src/index.js'

/** A request to the token endpoint, with its answer. */
export interface TokenRequest {
  method: string
  origin: string | undefined
  /** `Sec-Fetch-Site`. */
  site: string | undefined
  cookie: string | undefined
  readonly status: number
}

export interface TokenSite {
  /** Returns the origin of a host. Every host is served here; `app` has the token endpoint. */
  originOf: (host: string) => string
  tokenUrl: string
  requests: TokenRequest[]
  /** The number of calls of `authorize`. */
  readonly authorizeCalls: number
  /** Clears the recorded requests and calls. */
  forget: () => void
  close: () => Promise<void>
}

/**
 * Serves an app whose token endpoint allows `www.app` and `partner`, and an empty page for every host below a domain. Its
 * sign-in accepts every request, because only the token endpoint is under test.
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
    // For a page of another site: browsers that block third-party cookies accept partitioned ones.
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
