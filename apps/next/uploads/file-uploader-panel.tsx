'use client'

import { FileUploader } from '@secure-uploading/react/file-uploader'
import '@uploadcare/react-uploader/core.css'
import { TokenNote } from './token-note'
import { useUploadSession } from './upload-session'

// Set as an attribute, because the property `qualityInsights` takes effect after the first reports.
const NO_TELEMETRY = { 'quality-insights': 'false' }

/** Renders Uploadcare's File Uploader with the tokens of the session. */
export function FileUploaderPanel() {
  const { settings, tokenSource } = useUploadSession()
  return (
    <>
      <section className="card" aria-label="File Uploader">
        <FileUploader
          {...NO_TELEMETRY}
          tokenSource={tokenSource}
          mode="inline"
          className="flex min-h-95 overflow-hidden rounded-xl"
          classNameUploader="uc-green"
          ctxName="file-uploader"
          pubkey={settings.publicKey}
          sourceList="local, camera"
          {...(settings.baseURL !== undefined && { baseUrl: settings.baseURL })}
          {...(settings.baseCDN !== undefined && { cdnCname: settings.baseCDN })}
        />
      </section>
      <TokenNote />
    </>
  )
}
