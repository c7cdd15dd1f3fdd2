import type { EmulatedClock } from '../control/state/emulated-clock.js'
import type { JournalEntry, WritableJournal } from '../control/state/journal.js'
import { pause } from '../pause.js'

/** Sends a request as `fetch` does. */
export type SendWebhook = (request: Request) => Promise<Response>

/** One webhook on its way. */
export interface Delivery {
  targetUrl: string
  /** What it is called in the journal. */
  told: Pick<JournalEntry, 'event' | 'id' | 'publicKey'>
  headers: Readonly<Record<string, string>>
  body: string
}

export interface DeliveryMeans {
  send: SendWebhook
  /** How long to wait before each further attempt, in **milliseconds**. */
  retryDelaysMs: readonly number[]
  journal: WritableJournal
  clock: EmulatedClock
}

const LONGEST_ATTEMPT_MS = 30_000

/** Sends a webhook until it is answered well or the attempts are used up. It rejects when it is aborted. */
export async function deliverWebhook(
  delivery: Delivery,
  means: DeliveryMeans,
  signal: AbortSignal,
): Promise<void> {
  for (const delayMs of [0, ...means.retryDelaysMs]) {
    await pause(delayMs, signal)
    if (await attempt(delivery, means, signal)) return
  }
}

async function attempt(
  { targetUrl, told, headers, body }: Delivery,
  { send, journal, clock }: DeliveryMeans,
  signal: AbortSignal,
): Promise<boolean> {
  const { origin, pathname, search } = new URL(targetUrl)
  const opened = { endpoint: 'webhook', method: 'POST', path: origin + pathname } as const
  const entry = Object.assign(journal.open({ ...opened, receivedAtMs: clock.nowMs() }), told)
  try {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_ATTEMPT_MS)])
    const request = new Request(targetUrl, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: patience,
    })
    const response = await send(request)
    entry.status = response.status
    await response.body?.cancel()
    return response.ok
  } catch (error) {
    // A secret may be in the query.
    entry.failure = messageOf(error).replaceAll(search, '')
    return false
  } finally {
    journal.close(entry, clock.nowMs())
  }
}

// What `fetch` of Node says is that it failed; why is in the cause.
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message
}
