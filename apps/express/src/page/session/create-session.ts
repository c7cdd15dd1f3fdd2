import type { TokenSource } from '@secure-uploading/client'
import type { DemoServer } from '../server/demo-server.js'
import type { SessionState } from '../state/session-state.js'

/** The session of the user, and the actions that change it. */
export interface Session {
  readonly state: SessionState
  signIn: () => Promise<void>
  signOut: () => Promise<void>
  /** Called when an endpoint answered 401. */
  end: (reason: string) => void
  reconnect: () => Promise<void>
  chooseShortTokens: (isOn: boolean) => Promise<void>
  /** Makes the upload service refuse all existing tokens. Resolves with whether it does. */
  rotateSecretKey: () => Promise<boolean>
}

/**
 * @param onChange called after each change
 * @param tokenSources drop their token when the lifetime of new ones changes
 */
export function createSession(
  server: DemoServer,
  initial: SessionState,
  tokenSources: readonly TokenSource[],
  onChange: () => void,
): Session {
  let state = initial
  let lastRequest: Promise<unknown> = Promise.resolve()
  let isSignOutUnsent = false
  let actions = 0

  function set(next: SessionState): void {
    state = next
    onChange()
  }
  /** Sends one request after the other, so that a slow sign-out does not end the next session. */
  async function update(request: () => Promise<SessionState>): Promise<void> {
    const action = ++actions
    const answer = lastRequest
      .then(sendSignOut)
      .then(request)
      .catch((): SessionState => ({ kind: 'unreachable' }))
    lastRequest = answer
    const next = await answer
    // A later action, such as a sign-out, decides.
    if (action === actions) set(next)
  }
  async function sendSignOut(): Promise<void> {
    if (!isSignOutUnsent) return
    await server.signOut()
    isSignOutUnsent = false
  }
  /** Unlike `clear`, this aborts no pending `getToken` and no upload. */
  async function dropToken(source: TokenSource): Promise<void> {
    if (!source.describe()) return
    const token = await source.getToken().catch(() => undefined)
    if (token) source.invalidate(token)
  }

  // A sign-out without a network is sent when it is back.
  window.addEventListener('online', () => {
    lastRequest = lastRequest.then(sendSignOut).catch(() => undefined)
  })

  return {
    get state() {
      return state
    },
    signIn: () => update(server.signIn),
    async signOut() {
      actions++
      isSignOutUnsent = true
      set({ kind: 'signed-out' })
      lastRequest = lastRequest.then(sendSignOut).catch(() => undefined)
      await lastRequest
    },
    end(reason) {
      actions++
      if (state.kind === 'signed-in') set({ kind: 'signed-out', reason })
    },
    reconnect: () => update(server.readSession),
    async chooseShortTokens(isOn) {
      await update(() => server.chooseShortTokens(isOn))
      await Promise.all(tokenSources.map(dropToken))
    },
    async rotateSecretKey() {
      try {
        await server.rotateSecretKey()
        return true
      } catch {
        // The server is unreachable, or the session has ended.
        await update(server.readSession)
        return false
      }
    },
  }
}
