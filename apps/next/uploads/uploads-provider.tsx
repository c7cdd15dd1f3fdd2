'use client'

import type { TokenSource } from '@secure-uploading/client/token-source'
import { createContext, use, type ReactNode } from 'react'
import type { UploadSettings } from '../settings/upload-settings'
import { useTokenSource, type TokenNews } from './use-token-source'
import { useUploads, type Uploads } from './use-uploads'

interface Uploading {
  settings: UploadSettings
  tokenSource: () => TokenSource
  tokenNews: TokenNews | undefined
  uploads: Uploads
}

const UploadingContext = createContext<Uploading | undefined>(undefined)

/** Keeps the token source and the uploads of whoever is signed in, for all pages. */
export function UploadsProvider({ settings, children }: { settings: UploadSettings; children: ReactNode }) {
  const { tokenSource, news } = useTokenSource()
  const uploads = useUploads(settings, tokenSource)
  return (
    <UploadingContext value={{ settings, tokenSource, tokenNews: news, uploads }}>
      {children}
    </UploadingContext>
  )
}

/** @throws {Error} outside of an {@link UploadsProvider}: nobody is signed in there. */
export function useUploading(): Uploading {
  const uploading = use(UploadingContext)
  if (!uploading) throw new Error('useUploading needs an UploadsProvider around it')
  return uploading
}
