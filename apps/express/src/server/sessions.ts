import { randomUUID } from 'node:crypto'
import type { CookieOptions, Request, Response } from 'express'
import { readCookie } from './read-cookie.js'

/** The session of a signed-in user. */
export interface Session {
  userName: string
  /** Whether the user chose 5-second tokens. */
  hasShortTokens: boolean
}

export interface Sessions {
  find: (request: Request) => Session | undefined
  start: (response: Response, userName: string) => Session
  end: (request: Request, response: Response) => void
}

const COOKIE_NAME = 'demo_session'
const COOKIE: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/' }

/** Keeps sessions in memory. Replace it with the sign-in of your app. */
export function createSessions(): Sessions {
  const sessions = new Map<string, Session>()
  return {
    find(request) {
      const id = readCookie(request.headers.cookie, COOKIE_NAME)
      return id === undefined ? undefined : sessions.get(id)
    },
    start(response, userName) {
      const id = randomUUID()
      const session: Session = { userName, hasShortTokens: false }
      sessions.set(id, session)
      response.cookie(COOKIE_NAME, id, COOKIE)
      return session
    },
    end(request, response) {
      const id = readCookie(request.headers.cookie, COOKIE_NAME)
      if (id !== undefined) sessions.delete(id)
      response.clearCookie(COOKIE_NAME, COOKIE)
    },
  }
}
