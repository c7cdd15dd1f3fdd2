import type { JournalEntry } from '../control/state/journal.js'

/** Formats an answered request as one line of text. */
export function textLine(entry: Readonly<JournalEntry>): string {
  const { receivedAtMs, method, path, status, errorCode, verdict, faults, event, failure } = entry
  const hint = verdict?.valid === false ? verdict.hint : undefined
  return [
    new Date(receivedAtMs).toISOString().slice(11, 19),
    method,
    path,
    status ?? (failure === undefined ? 'dropped' : 'unreachable'),
    event,
    errorCode,
    faults.length > 0 ? `[fault: ${faults.join(', ')}]` : undefined,
    hint === undefined ? undefined : `— ${hint}`,
    failure === undefined ? undefined : `— ${failure}`,
  ]
    .filter((word) => word !== undefined)
    .join(' ')
}

/** Formats an answered request as one line of JSON. */
export function jsonLine(entry: Readonly<JournalEntry>): string {
  return JSON.stringify({ event: 'request', ...entry })
}
