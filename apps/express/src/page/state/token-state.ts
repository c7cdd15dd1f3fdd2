/** What the panel tells about the tokens. */
export interface TokenState {
  /** The token in memory: there (though it may have ended), none, or none because the storage refused it. */
  token: 'held' | 'none' | 'refused'
  fetchedCount: number
  renewedCount: number
  /** Requests whose token was refused. */
  refusedCount: number
  /** The newest first. */
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
