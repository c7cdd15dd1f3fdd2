import type { UploadToken } from '@secure-uploading/core/token'

/**
 * Returns the lifetime of a token when it was issued, in **milliseconds**: its `expiresIn`, or else the time from the
 * clock of the server to its end.
 *
 * @param serverMs the time of the server in Unix milliseconds, if known
 */
export function tokenLifeMs(token: UploadToken, serverMs: number): number {
  if (token.expiresIn !== undefined) return token.expiresIn * 1000
  return 'secureExpire' in token ? Number(token.secureExpire) * 1000 - serverMs : UNKNOWN_LIFE_MS
}

// The end of an auth token is inside its claims, which the client does not decode. A refusal replaces one that is too old.
const UNKNOWN_LIFE_MS = 300_000
