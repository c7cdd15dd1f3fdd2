import type { DropZone } from '@secure-uploading/client/drop-zone'
import { html, nothing, type TemplateResult } from 'lit-html'
import { ref } from 'lit-html/directives/ref.js'
import { icon } from './icon'

/** The area that takes dropped files, and the button that opens the file dialog. */
export function dropZoneView(zone: DropZone, hint: string, extra?: TemplateResult): TemplateResult {
  const { accept } = zone.inputAttributes()
  return html`
    <div class="drop-zone" @click=${zone.rootListeners.click}>
      ${icon('upload')}
      <p class="drop-zone__title">
        ${
          zone.getSnapshot().isDragActive
            ? 'Drop to upload'
            : html`<span class="for-mouse">Drop files or folders here</span
                ><span class="for-touch">Add your files</span>`
        }
      </p>
      <button class="button primary" type="button" @click=${zone.open}>Choose files</button>
      <input
        type="file"
        multiple
        hidden
        accept=${accept ?? nothing}
        @change=${(event: Event) => {
          zone.inputListeners.change(event)
        }}
        ${ref((input) => {
          zone.setInput(input instanceof HTMLInputElement ? input : null)
        })}
      />
      <p class="drop-zone__hint">${hint}</p>
      ${extra ?? nothing}
    </div>
  `
}
