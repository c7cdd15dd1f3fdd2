import type { TokenSource } from '@secure-uploading/client'
import type { DemoServer } from '../server/demo-server.js'
import type { Store } from '../state/create-store.js'
import type { SessionState } from '../state/session-state.js'
import type { Uploads } from '../uploads/create-uploads.js'
import type { Announce } from '../view/create-announcer.js'

export interface SessionActions {
  signIn: () => Promise<void>
  signOut: () => Promise<void>
  /** The token endpoint said that nobody is signed in any more. */
  onSignedOut: () => void
  reconnect: () => Promise<void>
  chooseShortTokens: (isOn: boolean) => Promise<void>
  /** Makes the storage refuse every token so far. */
  rotateSecretKey: () => Promise<void>
}

interface Parts {
  server: DemoServer
  session: Store<SessionState>
  tokenSource: TokenSource
  uploads: Pick<Uploads, 'failUnfinished'>
  /** Adds a line to the log of the panel. */
  note: (text: string) => void
  announce: Announce
}

/** What happens to the tokens and the uploads when somebody signs in or out. */
export function createSessionActions(parts: Parts): SessionActions {
  const { server, session, tokenSource, uploads, note, announce } = parts

  async function ask(question: () => Promise<SessionState>): Promise<void> {
    session.set(await question().catch((): SessionState => ({ kind: 'unreachable' })))
  }

  function forgetUser(): void {
    // A token outlives the session it was given to, so it has to be dropped here.
    tokenSource.clear()
    uploads.failUnfinished('You signed out before this file was uploaded.')
    announce('You are signed out. Nothing is uploaded.')
  }

  /** Makes room for a token of the new kind. Unlike `clear`, this leaves alone who is waiting for one. */
  async function dropToken(): Promise<void> {
    if (!tokenSource.describe()) return
    const token = await tokenSource.getToken().catch(() => undefined)
    if (token) tokenSource.invalidate(token)
  }

  return {
    async signIn() {
      await ask(server.signIn)
      if (session.get().kind === 'signed-in') announce('You are signed in.')
    },
    async signOut() {
      forgetUser()
      await ask(server.signOut)
    },
    onSignedOut() {
      if (session.get().kind === 'signed-out') return
      session.set({ kind: 'signed-out' })
      forgetUser()
    },
    reconnect: () => ask(server.readSession),
    async chooseShortTokens(isOn) {
      await ask(() => server.chooseShortTokens(isOn))
      if (session.get().kind === 'signed-out') forgetUser()
      if (session.get().kind !== 'signed-in') return
      note(`From now on the server gives tokens of ${isOn ? '5 seconds' : 'half an hour'}`)
      await dropToken()
    },
    async rotateSecretKey() {
      try {
        await server.rotateSecretKey()
        note('The project has a new secret key: every token so far is refused')
      } catch {
        // Either it does not answer, or nobody is signed in any more.
        await ask(server.readSession)
      }
    },
  }
}
