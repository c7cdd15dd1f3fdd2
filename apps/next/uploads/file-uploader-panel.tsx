'use client'

import { FileUploaderInline } from '@uploadcare/react-uploader/next'
import '@uploadcare/react-uploader/core.css'
import styles from './file-uploader-panel.module.css'
import { TokenNote } from './token-note'
import { useUploading } from './uploads-provider'

// Set as an attribute, because the property `qualityInsights` takes effect after the first reports.
const NO_TELEMETRY = { 'quality-insights': 'false' }

// File Uploader reuses its token until this many milliseconds before expiry by the device clock, which may be wrong. The
// maximum makes it call the resolver for each file; the token source answers from its cache.
const RESOLVE_FOR_EACH_FILE = Number.MAX_SAFE_INTEGER

/** Renders Uploadcare's File Uploader. Secure uploading only adds the resolver. */
export function FileUploaderPanel() {
  const { settings, tokenSource, tokenStats } = useUploading()
  return (
    <>
      <section className="card" aria-label="File Uploader">
        <FileUploaderInline
          {...NO_TELEMETRY}
          className={styles['uploader'] ?? ''}
          classNameUploader="uc-green"
          ctxName="file-uploader"
          pubkey={settings.publicKey}
          sourceList="local, camera"
          secureUploadsSignatureResolver={() => tokenSource().signatureResolver()}
          secureUploadsExpireThreshold={RESOLVE_FOR_EACH_FILE}
          {...(settings.baseURL !== undefined && { baseUrl: settings.baseURL })}
          {...(settings.baseCDN !== undefined && { cdnCname: settings.baseCDN })}
        />
      </section>
      <TokenNote stats={tokenStats} />
    </>
  )
}
