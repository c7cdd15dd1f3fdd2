import { SecureUploadClient } from '@secure-uploading/client'
import { useDropZone, useUploadQueue } from '@secure-uploading/react'

// Set only by the script "dev:uploads". Without it, files go to Uploadcare.
const emulatorUrl = import.meta.env.VITE_UPLOADCARE_EMULATOR_URL
const client = new SecureUploadClient({
  tokenEndpoint: '/api/upload-token',
  baseURL: emulatorUrl,
  baseCDN: emulatorUrl,
})

export function FileUpload() {
  const { queue, items } = useUploadQueue({ client })
  const { getRootProps, getInputProps, isDragActive } = useDropZone(queue)
  return (
    <section>
      <div {...getRootProps({ style: { border: '2px dashed', borderRadius: 8, padding: 32, cursor: 'pointer' } })}>
        <input {...getInputProps()} />
        {isDragActive ? 'Drop the files here' : 'Drop files here, or click to choose them'}
      </div>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            {item.uploaded ? <a href={item.uploaded.cdnUrl}>{item.name}</a> : item.name}{' '}
            {item.status === 'uploading' && <progress value={item.progress} aria-label={item.name} />}
            <span role="status">{item.error ? item.error.message : item.status}</span>
            {item.status === 'failed' && (
              <button type="button" onClick={() => queue.retry(item.id)}>
                Try again
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
