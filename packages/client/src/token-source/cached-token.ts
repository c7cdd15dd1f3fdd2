import type { UploadToken } from '@secure-uploading/core/token'

/** A token with its age. */
export interface CachedToken {
  token: UploadToken
  /** Returns the **milliseconds** since the request was sent: the token cannot be older. */
  ageMs: () => number
  /** The lifetime it was issued with, in **milliseconds**. */
  lifeMs: number
}

const LONGEST_MARGIN_MS = 30_000

/** Returns the **milliseconds** for which a token is certainly still valid. */
export const remainingMs = ({ lifeMs, ageMs }: CachedToken): number => lifeMs - ageMs()

/** Returns how many **milliseconds** before its end a token is replaced: 30 s, or a quarter of its lifetime if that is less. */
export const refreshMarginMs = (lifeMs: number): number => Math.min(LONGEST_MARGIN_MS, lifeMs / 4)
