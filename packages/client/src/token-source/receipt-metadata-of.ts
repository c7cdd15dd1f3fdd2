import { UPLOAD_RECEIPT_METADATA_KEY, type UploadToken } from '@secure-uploading/core/token'

/** The metadata that the receipt of a token binds, which the client of upload routes adds to the token. */
export interface BoundMetadata {
  metadata?: Readonly<Record<string, string>> | undefined
}

/** Returns the receipt that came with a token, and the metadata that it binds. Empty without a receipt. */
export const receiptMetadataOf = ({
  uploadReceipt,
  metadata,
}: UploadToken & BoundMetadata): Record<string, string> =>
  uploadReceipt ? { ...metadata, [UPLOAD_RECEIPT_METADATA_KEY]: uploadReceipt } : {}
