import { randomUUID } from 'node:crypto'
import type { CookieOptions, Request, Response } from 'express'
import { readCookie } from './read-cookie.js'

/** Somebody who is signed in. */
export interface Session {
  userName: string
  /** Whether this person asked for tokens that live seconds instead of half an hour. */
  hasShortTokens: boolean
}

export interface Sessions {
  find: (request: Request) => Session | undefined
  start: (response: Response, userName: string) => Session
  end: (request: Request, response: Response) => void
}

const COOKIE_NAME = 'demo_session'
const COOKIE: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/' }

/** Remembers who is signed in, in memory. It is a stand-in: your app has its own sign-in. */
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
