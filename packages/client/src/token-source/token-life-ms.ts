import type { UploadToken } from '@secure-uploading/core/token'

/**
 * Tells how many **milliseconds** a token had to live when it was issued: its `expiresIn`, or else what its end is
 * ahead of the issuing server's clock.
 *
 * @param serverMs the server's time in Unix milliseconds, as well as one knows it
 */
export function tokenLifeMs(token: UploadToken, serverMs: number): number {
  if (token.expiresIn !== undefined) return token.expiresIn * 1000
  return 'secureExpire' in token ? Number(token.secureExpire) * 1000 - serverMs : UNKNOWN_LIFE_MS
}

// An auth token tells its end only to who decodes it. Uploadcare refuses one that is too old, and a refusal repairs it.
const UNKNOWN_LIFE_MS = 300_000
