import type { TokenSource } from '@secure-uploading/client'
import type { DemoServer } from '../server/demo-server.js'
import type { Store } from '../state/create-store.js'
import type { SessionState } from '../state/session-state.js'
import type { Uploads } from '../uploads/create-uploads.js'
import type { Announce } from '../view/create-announcer.js'

export interface SessionActions {
  signIn: () => Promise<void>
  signOut: () => Promise<void>
  /** Called when the token endpoint answered 401. */
  onSignedOut: () => void
  reconnect: () => Promise<void>
  chooseShortTokens: (isOn: boolean) => Promise<void>
  /** Makes the upload service refuse all existing tokens. */
  rotateSecretKey: () => Promise<void>
}

interface Parts {
  server: DemoServer
  session: Store<SessionState>
  tokenSource: TokenSource
  uploads: Pick<Uploads, 'failUnfinished'>
  /** Adds an entry to the event log. */
  note: (text: string) => void
  announce: Announce
}

/** Creates the actions for signing in and out, which also update tokens and uploads. */
export function createSessionActions(parts: Parts): SessionActions {
  const { server, session, tokenSource, uploads, note, announce } = parts

  async function updateSession(request: () => Promise<SessionState>): Promise<void> {
    session.set(await request().catch((): SessionState => ({ kind: 'unreachable' })))
  }

  function forgetUser(): void {
    // A token stays valid after its session ends, so it must be dropped here.
    tokenSource.clear()
    uploads.failUnfinished('You signed out before this file was uploaded.')
    announce('You are signed out. Uploads have stopped.')
  }

  /** Drops the token, so that the next one has the new lifetime. Unlike `clear`, this aborts no pending `getToken`. */
  async function dropToken(): Promise<void> {
    if (!tokenSource.describe()) return
    const token = await tokenSource.getToken().catch(() => undefined)
    if (token) tokenSource.invalidate(token)
  }

  return {
    async signIn() {
      await updateSession(server.signIn)
      if (session.get().kind === 'signed-in') announce('You are signed in.')
    },
    async signOut() {
      forgetUser()
      await updateSession(server.signOut)
    },
    onSignedOut() {
      if (session.get().kind === 'signed-out') return
      session.set({ kind: 'signed-out' })
      forgetUser()
    },
    reconnect: () => updateSession(server.readSession),
    async chooseShortTokens(isOn) {
      await updateSession(() => server.chooseShortTokens(isOn))
      if (session.get().kind === 'signed-out') forgetUser()
      if (session.get().kind !== 'signed-in') return
      note(`New tokens are valid for ${isOn ? '5 seconds' : 'half an hour'}`)
      await dropToken()
    },
    async rotateSecretKey() {
      try {
        await server.rotateSecretKey()
        note('The project has a new secret key: all existing tokens are refused')
      } catch {
        // The server is unreachable, or the session has ended.
        await updateSession(server.readSession)
      }
    },
  }
}
