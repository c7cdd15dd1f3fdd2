import type { ShownProject } from '../../projects/project-list.js'
import { ActionButton } from './action-button.js'

/** A project's secret keys, of which no more than the ending is shown, and a form that adds one. */
export function SecretKeys({ project: { publicKey, secretKeyEndings } }: { project: ShownProject }) {
  const path = `projects/${encodeURIComponent(publicKey)}/secret-keys`
  return (
    <div class="stack">
      <h4>Secret keys</h4>
      {secretKeyEndings.length === 0 && <p class="empty">None: no signature can be checked.</p>}
      <ol class="keys">
        {secretKeyEndings.map((ending, place) => (
          <li>
            <code>••••{ending}</code>
            <ActionButton
              id={`remove-key-${place}-${publicKey}`}
              method="DELETE"
              path={`${path}/${place}`}
              kind="quiet"
              label={`Remove secret key ${place + 1}`}
            >
              Remove
            </ActionButton>
          </li>
        ))}
      </ol>
      <form class="stack" method="post" data-new-key={path}>
        <label for={`new-key-${publicKey}`}>New secret key</label>
        <div class="pair">
          <input
            type="password"
            name="secretKey"
            id={`new-key-${publicKey}`}
            autocomplete="new-password"
            required
          />
          <button type="submit" id={`add-key-${publicKey}`}>
            Add key
          </button>
        </div>
      </form>
    </div>
  )
}
