/** The state of tokens that the panel shows. */
export interface TokenState {
  /** The token in memory: held (possibly expired), none, or dropped because the upload service refused it. */
  token: 'held' | 'none' | 'refused'
  fetchedCount: number
  renewedCount: number
  /** Number of requests whose token was refused. */
  refusedCount: number
  /** Newest first. */
  entries: readonly ActivityEntry[]
}

export interface ActivityEntry {
  id: number
  at: Date
  tone: 'plain' | 'good' | 'refused' | 'bad'
  text: string
}

export const NO_TOKENS_YET: TokenState = {
  token: 'none',
  fetchedCount: 0,
  renewedCount: 0,
  refusedCount: 0,
  entries: [],
}
