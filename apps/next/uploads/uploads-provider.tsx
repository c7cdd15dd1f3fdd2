'use client'

import type { TokenSource } from '@secure-uploading/client/token-source'
import { createContext, use, type ReactNode } from 'react'
import type { UploadSettings } from '../settings/upload-settings'
import { useTokenSource, type TokenStats } from './use-token-source'
import { useUploads, type Uploads } from './use-uploads'

interface Uploading {
  settings: UploadSettings
  tokenSource: () => TokenSource
  tokenStats: TokenStats | undefined
  uploads: Uploads
}

const UploadingContext = createContext<Uploading | undefined>(undefined)

/** Provides the token source and the uploads of the signed-in user to all pages. */
export function UploadsProvider({ settings, children }: { settings: UploadSettings; children: ReactNode }) {
  const { tokenSource, stats } = useTokenSource()
  const uploads = useUploads(settings, tokenSource)
  return (
    <UploadingContext value={{ settings, tokenSource, tokenStats: stats, uploads }}>
      {children}
    </UploadingContext>
  )
}

/**
 * Returns the token source and the uploads of the signed-in user.
 *
 * @throws {Error} outside of an {@link UploadsProvider}.
 */
export function useUploading(): Uploading {
  const uploading = use(UploadingContext)
  if (!uploading) throw new Error('useUploading must be used inside an UploadsProvider')
  return uploading
}
