import { formatBytes } from './format-bytes'
import { isUnfinished, type Upload, type UploadStatus } from './upload'

/** Renders one file: its name, size, status and actions. */
export function UploadRow({ upload, onCancel }: { upload: Upload; onCancel: () => void }) {
  const { file, status } = upload
  return (
    <li className="row" data-status={status.kind}>
      <div className="text">
        <p className="name">
          <bdi>{file.name}</bdi>
        </p>
        <p className="detail">
          {formatBytes(file.size)} · {describe(status)}
        </p>
      </div>
      {isUnfinished(upload) && (
        <button className="button" type="button" onClick={onCancel} aria-label={`Cancel ${file.name}`}>
          Cancel
        </button>
      )}
      {status.kind === 'done' && (
        <a
          className="button"
          href={status.url}
          target="_blank"
          rel="noopener"
          aria-label={`Open ${file.name}`}
        >
          Open
        </a>
      )}
      {status.kind === 'uploading' && <progress aria-label={file.name} value={status.sentShare} />}
    </li>
  )
}

function describe(status: UploadStatus): string {
  switch (status.kind) {
    case 'waiting':
      return 'waiting'
    case 'uploading':
      return `${Math.floor(status.sentShare * 100)} %`
    case 'done':
      return 'uploaded'
    case 'canceled':
      return 'canceled'
    case 'failed':
      return status.reason
  }
}
