import type { EmulatedClock } from '../control/state/emulated-clock.js'
import type { JournalEntry, WritableJournal } from '../control/state/journal.js'
import { pause } from '../pause.js'

/** Sends a request as `fetch` does. */
export type SendWebhook = (request: Request) => Promise<Response>

/** One webhook to deliver. */
export interface Delivery {
  targetUrl: string
  /** The fields of its journal entries. */
  journalFields: Pick<JournalEntry, 'event' | 'id' | 'publicKey'>
  headers: Readonly<Record<string, string>>
  body: string
}

export interface DeliverySettings {
  send: SendWebhook
  /** The pause before each further attempt, in **milliseconds**. */
  retryDelaysMs: readonly number[]
  journal: WritableJournal
  clock: EmulatedClock
}

const MAX_ATTEMPT_MS = 30_000

/** Sends a webhook until the response is a 2xx or no attempts are left. Rejects when aborted. */
export async function deliverWebhook(
  delivery: Delivery,
  settings: DeliverySettings,
  signal: AbortSignal,
): Promise<void> {
  for (const delayMs of [0, ...settings.retryDelaysMs]) {
    await pause(delayMs, signal)
    if (await attempt(delivery, settings, signal)) return
  }
}

async function attempt(
  { targetUrl, journalFields, headers, body }: Delivery,
  { send, journal, clock }: DeliverySettings,
  signal: AbortSignal,
): Promise<boolean> {
  const { origin, pathname, search } = new URL(targetUrl)
  const opened = { endpoint: 'webhook', method: 'POST', path: origin + pathname } as const
  const entry = Object.assign(journal.open({ ...opened, receivedAtMs: clock.nowMs() }), journalFields)
  try {
    const attemptSignal = AbortSignal.any([signal, AbortSignal.timeout(MAX_ATTEMPT_MS)])
    const request = new Request(targetUrl, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: attemptSignal,
    })
    const response = await send(request)
    entry.status = response.status
    await response.body?.cancel()
    return response.ok
  } catch (error) {
    // The query may contain a secret.
    entry.failure = messageOf(error).replaceAll(search, '')
    return false
  } finally {
    journal.close(entry, clock.nowMs())
  }
}

// Node's `fetch` puts the reason of a failure in `cause`.
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message
}
