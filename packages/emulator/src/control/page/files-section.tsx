import { servedType } from '../../store/file-info.js'
import type { StoredFile } from '../../store/stored-file.js'
import { ActionButton } from './action-button.js'
import { byteSize } from './byte-size.js'

const MAX_FILES = 60

/** The files, newest first, with previews of images. */
export function FilesSection({ files }: { files: readonly StoredFile[] }) {
  const newest = files.slice(-MAX_FILES).reverse()
  return (
    <div data-live="files" tabindex={-1}>
      {newest.length === 0 && <p class="empty">No files yet.</p>}
      <ul class="files">
        {newest.map((file) => (
          <li class="card file">
            <a
              class="preview"
              href={`/${file.uuid}/`}
              target="_blank"
              rel="noreferrer"
              tabindex={-1}
              aria-hidden="true"
            >
              {file.image ? (
                <img src={`/_emulator/files/${file.uuid}`} alt="" loading="lazy" />
              ) : (
                <span>{extension(file)}</span>
              )}
            </a>
            <a
              class="name"
              id={`open-${file.uuid}`}
              href={`/${file.uuid}/`}
              title={file.originalFilename}
              target="_blank"
              rel="noreferrer"
            >
              {file.originalFilename === '' ? file.uuid : file.originalFilename}
            </a>
            <small>
              {byteSize(file.bytes.sizeBytes)} · {servedType(file)}
              {file.image && ` · ${file.image.width} × ${file.image.height}`} ·{' '}
              {file.storedAtMs !== null ? 'stored' : 'not stored'}
            </small>
            <ActionButton
              id={`delete-${file.uuid}`}
              method="DELETE"
              path={`files/${file.uuid}`}
              kind="quiet"
              label={`Delete ${file.originalFilename}`}
            >
              Delete
            </ActionButton>
          </li>
        ))}
      </ul>
      {files.length > MAX_FILES && <p class="empty">And {files.length - MAX_FILES} older files.</p>}
    </div>
  )
}

function extension({ originalFilename }: StoredFile): string {
  return /\.([A-Za-z0-9]{1,5})$/.exec(originalFilename)?.[1]?.toUpperCase() ?? 'FILE'
}
