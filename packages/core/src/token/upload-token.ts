/** The pair that signs an upload, under the names that Uploadcare's own clients use. */
export interface SecureToken {
  /** Lowercase hex HMAC-SHA256 of `secureExpire`, keyed with the project's secret key. */
  secureSignature: string
  /** When the signature ends, in Unix **seconds**, as a decimal string. */
  secureExpire: string
}

/** A JWT for `Authorization: Bearer`, Uploadcare's newer credential. */
export interface AuthToken {
  authToken: string
}

/** Where an upload receipt is in a file's metadata. */
export const UPLOAD_RECEIPT_METADATA_KEY = 'uploadReceipt'

export interface TokenDetails {
  /** The project's public key, where the endpoint tells it. */
  publicKey?: string
  /** What was left of the token's life when it was issued, in **seconds** by the server's clock. */
  expiresIn?: number
  /**
   * What ties a file to whom the token was given to: it goes into the metadata of every file that is uploaded with the
   * token, under {@link UPLOAD_RECEIPT_METADATA_KEY}. Where the endpoint issues one.
   */
  uploadReceipt?: string
}

/** What a token endpoint issues and a client attaches to an upload. */
export type UploadToken = TokenDetails & (SecureToken | AuthToken)
