import { UPLOAD_RECEIPT_METADATA_KEY } from '@secure-uploading/core'
import type { RestFile } from '../rest-api/file.js'

/** An accepted file, as Uploadcare describes it. */
export interface UploadedFile {
  uuid: string
  /** The name that the sender gave. */
  name: string
  /** In **bytes**. */
  size: number
  /** The MIME type that Uploadcare detected in the content: never the sender's claim. */
  mimeType: string
  isImage: boolean
  /** The dimensions of an image, in pixels. */
  image?: { width: number; height: number }
  /** The URL of the file on the CDN, with a trailing slash, so that operations can be appended. */
  cdnUrl: string
  /**
   * The metadata of the file, without the receipt. For a route with `metadata` it is exactly the metadata that the server
   * signed, apart from line breaks, which forms send as CRLF; for any other route the sender chose it.
   */
  metadata: Readonly<Record<string, string>>
  uploadedAt: Date
}

/** Creates the description that `onUploaded` receives. */
export function toUploadedFile(file: RestFile, now: () => number): UploadedFile {
  const { uuid, name, size, isImage, image } = file
  return {
    uuid,
    name,
    size,
    mimeType: file.detectedType ?? 'application/octet-stream',
    isImage,
    ...(image === undefined ? {} : { image }),
    cdnUrl: cdnUrlOf(file),
    metadata: metadataWithoutReceipt(file),
    uploadedAt: file.uploadedAt ?? new Date(now()),
  }
}

/** Returns the metadata of a file without the receipt or the record that is in its place. */
export function metadataWithoutReceipt({ metadata }: RestFile): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => key !== UPLOAD_RECEIPT_METADATA_KEY))
}

// The URL of the original ends with the file name.
function cdnUrlOf({ uuid, originalUrl = `https://ucarecdn.com/${uuid}/` }: RestFile): string {
  const end = originalUrl.toLowerCase().indexOf(`/${uuid}/`)
  return end === -1 ? originalUrl : originalUrl.slice(0, end + uuid.length + 2)
}
