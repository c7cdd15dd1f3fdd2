/** The session of the user, as known to the page. */
export type SessionState =
  /** No response from the server yet. */
  | { kind: 'unknown' }
  | { kind: 'signed-out' }
  | { kind: 'signed-in'; userName: string; hasShortTokens: boolean }
  /** The server does not respond. */
  | { kind: 'unreachable' }
