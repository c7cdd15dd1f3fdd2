import { html, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { Uploads } from '../uploads/create-uploads.js'
import type { Upload } from '../uploads/upload.js'
import { describeBytes } from './describe-bytes.js'

/** Renders all files and how many of them are uploaded. */
export function uploadListView({ list, cancel }: Uploads): TemplateResult {
  const doneCount = list.filter(({ status }) => status === 'done').length
  return html`
    <section class="card files" aria-labelledby="files-title">
      <h2 id="files-title" aria-live="polite">${doneCount} of ${list.length} uploaded</h2>
      <ul>
        ${repeat(
          list,
          (upload) => upload,
          (upload) => rowView(upload, cancel),
        )}
      </ul>
    </section>
  `
}

function rowView(upload: Upload, cancel: (upload: Upload) => void): TemplateResult {
  const { file, status, sentShare, url } = upload
  return html`
    <li class="row" data-status=${status}>
      <div class="text">
        <p class="name"><bdi>${file.name}</bdi></p>
        <p class="detail">${describeBytes(file.size)} · ${describe(upload)}</p>
      </div>
      ${
        status === 'waiting' || status === 'uploading'
          ? html`<button
              class="button"
              type="button"
              aria-label="Cancel ${file.name}"
              @click=${() => {
                cancel(upload)
              }}
            >
              Cancel
            </button>`
          : ''
      }
      ${
        status === 'done'
          ? html`<a
              class="button"
              href=${url ?? ''}
              target="_blank"
              rel="noopener"
              aria-label="Open ${file.name}"
              >Open</a
            >`
          : ''
      }
      ${status === 'uploading' ? html`<progress aria-label=${file.name} .value=${sentShare}></progress>` : ''}
    </li>
  `
}

function describe({ status, sentShare, reason }: Upload): string {
  if (status === 'uploading') return `${Math.floor(sentShare * 100)} %`
  return status === 'done' ? 'uploaded' : (reason ?? status)
}
