/** The session of the user, as far as the page knows. */
export type SessionState =
  /** No response from the server yet. */
  | { kind: 'unknown' }
  | { kind: 'signed-out' }
  | { kind: 'signed-in'; userName: string; hasShortTokens: boolean }
  /** The server does not respond. */
  | { kind: 'unreachable' }
