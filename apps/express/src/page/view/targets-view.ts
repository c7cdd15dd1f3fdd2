import { html, type TemplateResult } from 'lit-html'
import type { Target } from '../uploads/create-user-uploads.js'

const LABELS: Record<Target, string> = { files: 'Any file', attachments: 'Attachments' }

/** The choice between the two ways to upload. */
export const targetsView = (chosen: Target, choose: (target: Target) => void): TemplateResult => html`
  <fieldset class="targets">
    <legend class="visually-hidden">What to upload</legend>
    ${(['files', 'attachments'] as const).map(
      (target) => html`
        <label class="targets__label">
          <input
            type="radio"
            name="target"
            .checked=${target === chosen}
            @change=${() => {
              choose(target)
            }}
          />
          <span>${LABELS[target]}</span>
        </label>
      `,
    )}
  </fieldset>
`
