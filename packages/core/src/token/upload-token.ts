/** A signature and its expiry, with the field names of Uploadcare's own clients. */
export interface SecureToken {
  /** Lowercase hex HMAC-SHA256 of `secureExpire`, keyed with the project's secret key. */
  secureSignature: string
  /** When the signature expires, in Unix **seconds**, as a decimal string. */
  secureExpire: string
}

/** A JWT for `Authorization: Bearer`, the credential that Uploadcare recommends since September 2026. */
export interface AuthToken {
  authToken: string
}

/** The metadata key of an upload receipt. */
export const UPLOAD_RECEIPT_METADATA_KEY = 'uploadReceipt'

export interface TokenDetails {
  /** The project's public key, if the endpoint returns it. */
  publicKey?: string
  /** The remaining lifetime of the token in **seconds**, by the server's clock at the time of the response. */
  expiresIn?: number
  /**
   * Binds files to the user that the token was issued to, if the endpoint issues receipts. The client sends it as
   * metadata of each file, under {@link UPLOAD_RECEIPT_METADATA_KEY}.
   */
  uploadReceipt?: string
}

/** The credential that a token endpoint issues and a client attaches to an upload. */
export type UploadToken = TokenDetails & (SecureToken | AuthToken)
