import type { Child } from 'hono/jsx'
import type { JournalEntry } from '../state/journal.js'

const MAX_REQUESTS = 100

/** The requests, newest first, with the reason of each refusal. */
export function JournalSection({ entries }: { entries: readonly Readonly<JournalEntry>[] }) {
  const newest = entries.slice(-MAX_REQUESTS).reverse()
  return (
    <div data-live="journal" tabindex={-1}>
      {newest.length === 0 ? (
        <p class="empty">No requests yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              {['Time', 'Request', 'Project', 'Credential', 'Response', 'Reason'].map((title) => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {newest.map((entry) => (
              <Row entry={entry} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function Row({ entry }: { entry: Readonly<JournalEntry> }) {
  const isRefused = entry.errorCode !== undefined || entry.failure !== undefined || (entry.status ?? 0) >= 400
  return (
    <tr class={isRefused ? 'refused' : ''}>
      <Cell title="Time">{new Date(entry.receivedAtMs).toISOString().slice(11, 23)}</Cell>
      <Cell title="Request">
        <b>{entry.event === undefined ? entry.method : `Webhook ${entry.event}`}</b> <code>{entry.path}</code>
      </Cell>
      <Cell title="Project">{entry.publicKey ?? '–'}</Cell>
      <Cell title="Credential">{credential(entry)}</Cell>
      <Cell title="Response">
        <span class="status">{responseText(entry)}</span> {entry.errorCode ?? ''}
      </Cell>
      <Cell title="Reason">{reason(entry)}</Cell>
    </tr>
  )
}

/** A cell; on narrow screens its title precedes the text. */
function Cell({ title, children }: { title: string; children: Child }) {
  return (
    <td data-title={title}>
      <span>{children}</span>
    </td>
  )
}

function credential({ credential, signatureStart, expire }: JournalEntry): string {
  if (credential === 'jwt') return 'auth token'
  if (credential === 'secret-key') return 'secret key'
  if (credential === 'request-signature') return `request signature ${signatureStart ?? '?'}…`
  if (credential === 'none') return '–'
  return `signature ${signatureStart === undefined ? '?' : `${signatureStart}…`}, expires ${expire ?? '?'}`
}

function responseText({ status, failure, answeredAtMs }: JournalEntry): string {
  if (status !== undefined) return String(status)
  if (failure !== undefined) return 'none'
  return answeredAtMs === undefined ? 'in progress' : 'dropped'
}

function reason({ verdict, failure, faults }: JournalEntry): string {
  const refusal = verdict?.valid === false ? [verdict.message, verdict.hint] : []
  const fault = faults.length > 0 ? `Fault: ${faults.join(', ')}.` : undefined
  return [...refusal, failure, fault].filter((text) => text !== undefined).join(' ')
}
