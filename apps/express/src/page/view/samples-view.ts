import type { UploadQueue } from '@secure-uploading/client/queue'
import { html, type TemplateResult } from 'lit-html'
import { lyingFile, tooLargeFile } from '../uploads/sample-files.js'

/** Two files that break the rules of the route: one is rejected before the upload, and one after it. */
export const samplesView = (queue: UploadQueue): TemplateResult => html`
  <p class="samples">
    <button class="button small" type="button" @click=${() => queue.add([tooLargeFile()])}>
      Try a file of 6 MB
    </button>
    <button class="button small" type="button" @click=${() => queue.add([lyingFile()])}>
      Try a text named .png
    </button>
  </p>
`
