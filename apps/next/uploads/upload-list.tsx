import { isUnfinished, type Upload } from './upload'
import styles from './upload-list.module.css'
import { UploadRow } from './upload-row'
import type { Uploads } from './use-uploads'

/** Renders all files, how many are uploaded, and a button that removes finished ones. */
export function UploadList({ list, cancel, clearFinished }: Uploads) {
  return (
    <section className="card files" aria-labelledby="files-title">
      <header className={styles['header']}>
        <h2 id="files-title" aria-live="polite">
          {summary(list)}
        </h2>
        {!list.every(isUnfinished) && (
          <button className="button quiet" type="button" onClick={clearFinished}>
            Clear finished
          </button>
        )}
      </header>
      <ul>
        {list.map((upload) => (
          <UploadRow
            key={upload.id}
            upload={upload}
            onCancel={() => {
              cancel(upload.id)
            }}
          />
        ))}
      </ul>
    </section>
  )
}

function summary(list: readonly Upload[]): string {
  const count = (kind: Upload['status']['kind']) => list.filter(({ status }) => status.kind === kind).length
  const parts = [`${count('done')} of ${list.length - count('canceled')} uploaded`]
  if (count('failed') > 0) parts.push(`${count('failed')} failed`)
  if (count('canceled') > 0) parts.push(`${count('canceled')} canceled`)
  return parts.join(', ')
}
