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

  function set(next: SessionState): void {
    state = next
    onChange()
  }
  async function update(request: () => Promise<SessionState>): Promise<void> {
    set(await request().catch((): SessionState => ({ kind: 'unreachable' })))
  }
  /** Unlike `clear`, this aborts no pending `getToken` and no upload. */
  async function dropToken(source: TokenSource): Promise<void> {
    if (!source.describe()) return
    const token = await source.getToken().catch(() => undefined)
    if (token) source.invalidate(token)
  }

  return {
    get state() {
      return state
    },
    signIn: () => update(server.signIn),
    async signOut() {
      set({ kind: 'signed-out' })
      await update(server.signOut)
    },
    end(reason) {
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
