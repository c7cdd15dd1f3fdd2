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

export interface TokenDetails {
  /** The project's public key, where the endpoint tells it. */
  publicKey?: string
  /** What was left of the token's life when it was issued, in **seconds** by the server's clock. */
  expiresIn?: number
}

/** What a token endpoint issues and a client attaches to an upload. */
export type UploadToken = TokenDetails & (SecureToken | AuthToken)
