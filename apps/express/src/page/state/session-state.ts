/** The session of the user, as known to the page. */
export type SessionState =
  | { kind: 'signed-out'; reason?: string }
  | { kind: 'signed-in'; userName: string; hasShortTokens: boolean }
  /** The server does not respond. */
  | { kind: 'unreachable' }
