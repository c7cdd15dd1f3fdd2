import { Router, type Response } from 'express'
import type { Session, Sessions } from './sessions.js'

/** Creates the routes of the demo sign-in, which needs no password, and of the user's settings. */
export function sessionRoutes(sessions: Sessions): Router {
  const router = Router()

  router.get('/', (request, response) => {
    answer(response, sessions.find(request))
  })

  router.post('/', (request, response) => {
    answer(response, sessions.find(request) ?? sessions.start(response, 'Ada Lovelace'))
  })

  router.delete('/', (request, response) => {
    sessions.end(request, response)
    answer(response, undefined)
  })

  router.put('/short-tokens', (request, response) => {
    answer(response, chooseShortTokens(sessions.find(request), true))
  })

  router.delete('/short-tokens', (request, response) => {
    answer(response, chooseShortTokens(sessions.find(request), false))
  })

  return router
}

function chooseShortTokens(session: Session | undefined, hasShortTokens: boolean): Session | undefined {
  if (session) session.hasShortTokens = hasShortTokens
  return session
}

function answer(response: Response, session: Session | undefined): void {
  response.set('Cache-Control', 'no-store')
  response.json({ userName: session?.userName ?? null, hasShortTokens: session?.hasShortTokens ?? false })
}
