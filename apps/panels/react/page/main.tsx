import { SecureUploadClient } from '@secure-uploading/client'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { UploadPanel } from '@/components/upload-panel'
import './main.css'

// The page of the tests: the server injects the address of the emulator.
const uploadURL = document.documentElement.dataset['uploadUrl']
const client = new SecureUploadClient({
  ...(uploadURL !== undefined && { baseURL: uploadURL, baseCDN: uploadURL }),
})

const root = document.querySelector('#root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <main className="mx-auto max-w-2xl px-4 py-8">
        <h1 className="mb-4 text-xl font-semibold">Upload panel</h1>
        <UploadPanel client={client} hint="Any type, up to 1 MB" maxBytes={1_000_000} />
      </main>
    </StrictMode>,
  )
