import type { JournalEntry } from '../control/journal.js'

/** Tells of an answered request in one line that a person reads. */
export function textLine(entry: Readonly<JournalEntry>): string {
  const { receivedAtMs, method, path, status, errorCode, verdict, faults } = entry
  const hint = verdict?.valid === false ? verdict.hint : undefined
  return [
    new Date(receivedAtMs).toISOString().slice(11, 19),
    method,
    path,
    status ?? 'dropped',
    errorCode,
    faults.length > 0 ? `[fault: ${faults.join(', ')}]` : undefined,
    hint === undefined ? undefined : `— ${hint}`,
  ]
    .filter((word) => word !== undefined)
    .join(' ')
}

/** Tells of it in one line of JSON: the journal's entry. */
export function jsonLine(entry: Readonly<JournalEntry>): string {
  return JSON.stringify({ event: 'request', ...entry })
}
