import type { ActivityEntry, TokenState } from '../state/token-state.js'

const MAX_ENTRIES = 100

/** Adds an entry to the log and drops the oldest ones. */
export function withEntry(state: TokenState, tone: ActivityEntry['tone'], text: string): TokenState {
  const id = (state.entries[0]?.id ?? 0) + 1
  const entry: ActivityEntry = { id, at: new Date(), tone, text }
  return { ...state, entries: [entry, ...state.entries].slice(0, MAX_ENTRIES) }
}
