import type { SessionActions } from '../session/create-session-actions.js'
import type { Store } from '../state/create-store.js'
import type { SessionState } from '../state/session-state.js'
import { part } from './part.js'

/** Shows the session in the page header and in the drop zone. */
export function mountSession(
  store: Store<SessionState>,
  actions: Pick<SessionActions, 'signIn' | 'signOut' | 'reconnect'>,
): void {
  const zone = part(document, 'drop-zone', HTMLElement)
  const account = part(document, 'account', HTMLElement)
  const initials = part(document, 'initials', HTMLElement)
  const userName = part(document, 'user-name', HTMLElement)
  const signIn = part(document, 'sign-in', HTMLButtonElement)
  const signOut = part(document, 'sign-out', HTMLButtonElement)
  const reconnect = part(document, 'reconnect', HTMLButtonElement)
  const fileInput = part(document, 'file-input', HTMLInputElement)

  const act = (button: HTMLButtonElement, action: () => Promise<void>, next: HTMLElement): void => {
    button.addEventListener('click', () => {
      void action().then(() => {
        next.focus()
      })
    })
  }
  act(signIn, actions.signIn, fileInput)
  act(signOut, actions.signOut, signIn)
  act(reconnect, actions.reconnect, fileInput)

  store.watch((session) => {
    zone.dataset['session'] = session.kind
    for (const kind of ['signed-in', 'signed-out', 'unreachable']) {
      part(zone, `when-${kind}`, HTMLElement).hidden = session.kind !== kind
    }
    account.hidden = session.kind !== 'signed-in'
    if (session.kind !== 'signed-in') return
    userName.textContent = session.userName
    initials.textContent = session.userName.replace(/(\p{L})\S*\s*/gu, '$1').slice(0, 2)
  })
}
