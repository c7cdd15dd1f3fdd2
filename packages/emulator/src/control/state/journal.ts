import type { Verdict } from '@secure-uploading/core'
import type { EndpointName } from '../../endpoints/endpoint-name.js'
import type { FaultKind } from './fault.js'

/** What a journal tells of: requests to an endpoint, and the webhooks that the emulator sent. */
export type JournalledName = EndpointName | 'webhook'

/** One request, as an emulator saw it, or one attempt of it to deliver a webhook. It holds no secret and no whole signature. */
export interface JournalEntry {
  /** 1 for the first request since the start or the last reset. */
  readonly number: number
  readonly endpoint: JournalledName
  readonly method: string
  /** Without the query, where a signature may be. Of a webhook, its target URL. */
  readonly path: string
  /** By the emulator's clock, in Unix **milliseconds**. */
  readonly receivedAtMs: number
  /** How many requests to this endpoint were under way when it came, this one included. */
  readonly concurrentRequests: number
  /** Missing while the request is under way. In Unix **milliseconds**. */
  answeredAtMs?: number
  publicKey?: string
  credential: 'none' | 'signature' | 'jwt'
  /** The `expire` that was sent, if it was a number. */
  expire?: string
  /** The first eight digits of the signature, to tell two apart. */
  signatureStart?: string
  /** How the credential was judged; missing where none is asked for. */
  verdict?: Verdict
  /** The status of the answer: an error's own, even where `jsonerrors` hides it under 200. */
  status?: number
  /** Uploadcare's own `error_code`. */
  errorCode?: string
  /** The file, upload or group that the request made or asked for. */
  id?: string
  /** Which event a webhook told of. */
  event?: string
  /** Why a webhook got no answer. */
  failure?: string
  /** What a fault did to it. */
  faults: FaultKind[]
}

export interface Journal {
  /** Lists the requests that came, the oldest first, those under way included. The newest 1000 are remembered. */
  entries(endpoint?: JournalledName): readonly Readonly<JournalEntry>[]
  /** Calls back after each answer. Returns a function that ends it. */
  onAnswer(listener: (entry: Readonly<JournalEntry>) => void): () => void
  /** Forgets all requests. */
  clear(): void
}

/** What the emulator itself may do besides. */
export interface WritableJournal extends Journal {
  open(request: Pick<JournalEntry, 'endpoint' | 'method' | 'path' | 'receivedAtMs'>): JournalEntry
  close(entry: JournalEntry, answeredAtMs: number): void
}

const REMEMBERED_REQUESTS = 1000

/** Makes an empty journal. */
export function createJournal(): WritableJournal {
  let entries: JournalEntry[] = []
  let lastNumber = 0
  const underWay = new Map<JournalledName, number>()
  const listeners = new Set<(entry: Readonly<JournalEntry>) => void>()

  return {
    entries: (endpoint) => entries.filter((entry) => endpoint === undefined || entry.endpoint === endpoint),
    open(request) {
      const concurrentRequests = (underWay.get(request.endpoint) ?? 0) + 1
      underWay.set(request.endpoint, concurrentRequests)
      const entry: JournalEntry = {
        ...request,
        number: ++lastNumber,
        concurrentRequests,
        credential: 'none',
        faults: [],
      }
      entries.push(entry)
      if (entries.length > REMEMBERED_REQUESTS) entries.shift()
      return entry
    },
    close(entry, answeredAtMs) {
      underWay.set(entry.endpoint, (underWay.get(entry.endpoint) ?? 1) - 1)
      entry.answeredAtMs = answeredAtMs
      for (const listener of listeners) listener(entry)
    },
    onAnswer(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear() {
      entries = []
      lastNumber = 0
    },
  }
}
