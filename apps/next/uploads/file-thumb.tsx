'use client'

import type { UploadItem, UploadQueue } from '@secure-uploading/react'
import { useState } from 'react'
import { Icon } from './icon'

// Decoding a larger image for a thumbnail would block the page.
const MAX_PREVIEW_BYTES = 25_000_000

/** Renders an image that the browser can display: the local file first, and the uploaded file after the upload. */
export function FileThumb({ item, queue }: { item: UploadItem; queue: UploadQueue }) {
  const { id, type, sizeBytes, status, uploaded } = item
  const [brokenUrl, setBrokenUrl] = useState<string>()
  const isImage = type.startsWith('image/') && sizeBytes > 0 && sizeBytes <= MAX_PREVIEW_BYTES
  const url = isImage && status !== 'rejected' ? (uploaded?.cdnUrl ?? queue.preview(id)) : undefined
  return (
    <>
      <Icon name="file" />
      {url !== undefined && url !== brokenUrl && (
        <img
          alt=""
          src={url}
          onError={() => {
            setBrokenUrl(url)
          }}
        />
      )}
    </>
  )
}
