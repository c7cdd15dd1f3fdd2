import { html, type TemplateResult } from 'lit-html'
import type { SessionState } from '../state/session-state.js'

export interface Experiments {
  session: SessionState
  chooseShortTokens: (isOn: boolean) => void
  /** Undefined with Uploadcare, where the key cannot be changed from here. */
  rotateSecretKey: (() => void) | undefined
}

/** What the user can try: short tokens, a rotated secret key, a reload. */
export function experimentsView({
  session,
  chooseShortTokens,
  rotateSecretKey,
}: Experiments): TemplateResult {
  const isSignedIn = session.kind === 'signed-in'
  return html`
    <div class="experiments">
      <h3 class="details__subtitle">Experiments</h3>
      <div class="experiment">
        <div>
          <label class="experiment__label" for="short-tokens">5-second tokens</label>
          <p class="experiment__hint" id="short-tokens-hint">
            Instead of half an hour. Drop many files and watch tokens being renewed.
          </p>
        </div>
        <input
          class="switch"
          type="checkbox"
          role="switch"
          id="short-tokens"
          aria-describedby="short-tokens-hint"
          ?disabled=${!isSignedIn}
          .checked=${isSignedIn && session.hasShortTokens}
          @change=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) chooseShortTokens(target.checked)
          }}
        />
      </div>
      ${experimentView({
        id: 'rotate',
        label: 'Rotate the secret key',
        hint: rotateSecretKey
          ? 'During an upload, too: the service refuses all tokens, and no file fails.'
          : 'This works only with the emulator. Start the demo without Uploadcare keys to try it.',
        button: 'Rotate',
        isDisabled: !isSignedIn || !rotateSecretKey,
        act: () => rotateSecretKey?.(),
      })}
      ${experimentView({
        id: 'reload',
        label: 'Reload the page',
        hint: 'Unfinished uploads are kept in this browser and continue.',
        button: 'Reload',
        isDisabled: !isSignedIn,
        act: () => {
          location.reload()
        },
      })}
    </div>
  `
}

interface Experiment {
  id: string
  label: string
  hint: string
  button: string
  isDisabled: boolean
  act: () => void
}

const experimentView = ({ id, label, hint, button, isDisabled, act }: Experiment): TemplateResult => html`
  <div class="experiment">
    <div>
      <p class="experiment__label">${label}</p>
      <p class="experiment__hint" id="${id}-hint">${hint}</p>
    </div>
    <button
      class="button small"
      type="button"
      aria-label=${label}
      aria-describedby="${id}-hint"
      ?disabled=${isDisabled}
      @click=${act}
    >
      ${button}
    </button>
  </div>
`
