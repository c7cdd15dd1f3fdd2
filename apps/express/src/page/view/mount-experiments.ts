import type { Store } from '../state/create-store.js'
import type { SessionState } from '../state/session-state.js'
import type { TokenState } from '../state/token-state.js'
import { part } from './part.js'

export interface Experiments {
  chooseShortTokens: (isOn: boolean) => Promise<void>
  /** Undefined with Uploadcare, where the key cannot be changed; the page then shows an explanation. */
  refuseToken: (() => Promise<void>) | undefined
}

/** Mounts the two experiments: short token lifetimes and a refused token. */
export function mountExperiments(
  session: Store<SessionState>,
  tokens: Store<TokenState>,
  { chooseShortTokens, refuseToken }: Experiments,
): void {
  const shortTokens = part(document, 'short-tokens', HTMLInputElement)
  const refuse = part(document, 'refuse-token', HTMLButtonElement)

  shortTokens.addEventListener('change', () => {
    void chooseShortTokens(shortTokens.checked)
  })

  if (refuseToken) {
    refuse.addEventListener('click', () => void refuseToken())
  } else {
    refuse.hidden = true
    part(document, 'refuse-hint', HTMLElement).textContent =
      'This works only with the emulator. Start the demo without Uploadcare keys to try it.'
  }

  const draw = (): void => {
    const now = session.get()
    shortTokens.disabled = now.kind !== 'signed-in'
    shortTokens.checked = now.kind === 'signed-in' && now.hasShortTokens
    refuse.disabled = now.kind !== 'signed-in' || tokens.get().token !== 'held'
  }
  session.watch(draw)
  tokens.watch(draw)
}
