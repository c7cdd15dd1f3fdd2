import type { UploadToken } from '@secure-uploading/core/token'

/** A token and how it ages. */
export interface KeptToken {
  token: UploadToken
  /** Counts the **milliseconds** since the request was sent: the token cannot be older. */
  ageMs: () => number
  /** The **milliseconds** it was issued for. */
  lifeMs: number
}

/** How many **milliseconds** a token still has for sure. */
export const leftMs = ({ lifeMs, ageMs }: KeptToken): number => lifeMs - ageMs()
