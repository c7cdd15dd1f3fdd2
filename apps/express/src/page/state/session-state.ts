/** Who is using the page, as far as it knows. */
export type SessionState =
  /** The server has not answered yet. */
  | { kind: 'unknown' }
  | { kind: 'signed-out' }
  | { kind: 'signed-in'; userName: string; hasShortTokens: boolean }
  /** The server does not answer at all. */
  | { kind: 'unreachable' }
