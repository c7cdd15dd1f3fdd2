'use client'

import { FileUploaderInline } from '@uploadcare/react-uploader/next'
import '@uploadcare/react-uploader/core.css'
import styles from './file-uploader-panel.module.css'
import { TokenNote } from './token-note'
import { useUploading } from './uploads-provider'

// The attribute is there before the component is. The property `qualityInsights` comes too late for its first reports.
const NO_TELEMETRY = { 'quality-insights': 'false' }

// File Uploader keeps a token of its own, until so many milliseconds before it ends by the clock of the user's computer.
// That clock may be wrong. This has it ask for each file, which the token source answers from its cache.
const ASK_FOR_EACH_FILE = Number.MAX_SAFE_INTEGER

/** Uploadcare's own component. All that secure uploading adds to it is the resolver. */
export function FileUploaderPanel() {
  const { settings, tokenSource, tokenNews } = useUploading()
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
          secureUploadsExpireThreshold={ASK_FOR_EACH_FILE}
          {...(settings.baseURL !== undefined && { baseUrl: settings.baseURL })}
          {...(settings.baseCDN !== undefined && { cdnCname: settings.baseCDN })}
        />
      </section>
      <TokenNote news={tokenNews} />
    </>
  )
}
