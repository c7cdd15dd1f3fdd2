import type { Exchange } from '../protocol/exchange.js'

/** One line of the log: a request with its answer, or a sentence about what the client or the visitor did. */
export type ActivityEntry =
  | { id: string; kind: 'exchange'; exchange: Exchange }
  | { id: string; kind: 'note'; text: string; by: 'client' | 'visitor' | 'backend' }

export interface Activity {
  readonly entries: readonly ActivityEntry[]
  /** The number of the newest entry. */
  readonly lastNumber: number
  /** The start of the backend that the next exchanges belong to. Their ids begin again with each start. */
  readonly start: number
}

const MAX_ENTRIES = 200

export const EMPTY_ACTIVITY: Activity = { entries: [], lastNumber: 0, start: 0 }

/** Adds an exchange, or replaces it when its answer has arrived. */
export function withExchange(activity: Activity, exchange: Exchange): Activity {
  const id = `exchange-${String(activity.start)}-${String(exchange.id)}`
  const entry: ActivityEntry = { id, kind: 'exchange', exchange }
  if (!activity.entries.some((known) => known.id === id)) return append(activity, entry)
  return { ...activity, entries: activity.entries.map((known) => (known.id === id ? entry : known)) }
}

export function withNote(activity: Activity, by: 'client' | 'visitor' | 'backend', text: string): Activity {
  return append(activity, { id: `note-${String(activity.lastNumber + 1)}`, kind: 'note', by, text })
}

/** Notes that a backend with new keys has started. */
export const withStart = (activity: Activity): Activity =>
  withNote(
    { ...activity, start: activity.start + 1 },
    'backend',
    'The backend started with a new secret key and without files. Earlier tokens are refused.',
  )

const append = (activity: Activity, entry: ActivityEntry): Activity => ({
  ...activity,
  lastNumber: activity.lastNumber + 1,
  entries: [...activity.entries, entry].slice(-MAX_ENTRIES),
})
