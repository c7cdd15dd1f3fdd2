import { createStore } from '../state/create-store.js'
import type { SessionState } from '../state/session-state.js'
import { mountSession } from './mount-session.js'

/** Shows that the server does not respond, when the page could not load its settings. */
export function showUnreachable(): void {
  const reload = (): Promise<void> => {
    location.reload()
    return Promise.resolve()
  }
  const session = createStore<SessionState>({ kind: 'unreachable' })
  mountSession(session, { signIn: reload, signOut: reload, reconnect: reload })
}
