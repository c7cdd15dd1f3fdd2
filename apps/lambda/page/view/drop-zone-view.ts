import { html, type TemplateResult } from 'lit-html'
import type { Uploads } from '../uploads/create-uploads.js'

/** Renders a drop zone with a file input. */
export function dropZoneView(uploads: Uploads): TemplateResult {
  return html`
    <div class="card notice drop-zone" @dragover=${markOver} @dragleave=${unmarkOver} @drop=${drop}>
      <p class="title">Drop files here</p>
      <div class="pick">
        <input class="visually-hidden" id="files" type="file" multiple @change=${choose} />
        <label class="button primary" for="files">Choose files</label>
      </div>
      <p class="small">Any number of files of any type. Four upload at a time.</p>
    </div>
  `

  function choose({ currentTarget: input }: Event): void {
    if (!(input instanceof HTMLInputElement)) return
    uploads.add(input.files ?? [])
    input.value = ''
  }

  function drop(event: DragEvent): void {
    unmarkOver(event)
    uploads.add(event.dataTransfer?.files ?? [])
  }
}

function markOver({ currentTarget }: DragEvent): void {
  if (currentTarget instanceof Element) currentTarget.setAttribute('data-over', 'true')
}

function unmarkOver({ currentTarget }: DragEvent): void {
  if (currentTarget instanceof Element) currentTarget.removeAttribute('data-over')
}
