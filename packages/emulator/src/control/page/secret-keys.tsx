import type { ShownProject } from '../../projects/project-list.js'
import { ActionButton } from './action-button.js'

/** The secret keys of a project, of which only the endings are shown, and a form to add one. */
export function SecretKeys({ project: { publicKey, secretKeyEndings } }: { project: ShownProject }) {
  const path = `projects/${encodeURIComponent(publicKey)}/secret-keys`
  return (
    <div class="stack">
      <h4>Secret keys</h4>
      {secretKeyEndings.length === 0 && <p class="empty">None, so no signature is valid.</p>}
      <ol class="keys">
        {secretKeyEndings.map((ending, index) => (
          <li>
            <code>••••{ending}</code>
            <ActionButton
              id={`remove-key-${index}-${publicKey}`}
              method="DELETE"
              path={`${path}/${index}`}
              kind="quiet"
              label={`Remove secret key ${index + 1}`}
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
