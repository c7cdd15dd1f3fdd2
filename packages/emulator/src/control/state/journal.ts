import type { Verdict } from '@secure-uploading/core'
import type { EndpointName } from '../../endpoints/endpoint-name.js'
import type { FaultKind } from './fault.js'

/** The subject of a journal entry: an endpoint, or a webhook that the emulator sent. */
export type JournalledName = EndpointName | 'webhook'

/** One request to the emulator, or one attempt to deliver a webhook. Contains no secret and no complete signature. */
export interface JournalEntry {
  /** 1 for the first request since the start or the last reset. */
  readonly number: number
  readonly endpoint: JournalledName
  readonly method: string
  /** The path without the query, which may contain a signature; for a webhook, its target URL. */
  readonly path: string
  /** When it was received, by the emulator's clock, in Unix **milliseconds**. */
  readonly receivedAtMs: number
  /** The number of requests to this endpoint in progress on arrival, this one included. */
  readonly concurrentRequests: number
  /** When it was answered, in Unix **milliseconds**. Missing while the request is in progress. */
  answeredAtMs?: number
  publicKey?: string
  /** `'secret-key'` and `'request-signature'` are the two schemes of the REST API. */
  credential: 'none' | 'signature' | 'jwt' | 'secret-key' | 'request-signature'
  /** The `expire` parameter, if it is a number. */
  expire?: string
  /** The first eight digits of the signature. */
  signatureStart?: string
  /** The result of the credential check; missing where no credential is required. */
  verdict?: Verdict
  /** The status of the response. For errors, the error's status even if `jsonerrors` reports it under 200. */
  status?: number
  /** The `error_code` of Uploadcare. */
  errorCode?: string
  /** The file, upload or group that the request created or read. */
  id?: string
  /** The event of a webhook. */
  event?: string
  /** Why a webhook received no response. */
  failure?: string
  /** The faults that applied. */
  faults: FaultKind[]
}

export interface Journal {
  /** Lists the newest 1000 entries, oldest first, including requests in progress. */
  entries(endpoint?: JournalledName): readonly Readonly<JournalEntry>[]
  /**
   * Calls a listener after each response.
   *
   * @returns a function that removes the listener.
   */
  onAnswer(listener: (entry: Readonly<JournalEntry>) => void): () => void
  /** Removes all entries. */
  clear(): void
}

/** Internal operations. */
export interface WritableJournal extends Journal {
  open(request: Pick<JournalEntry, 'endpoint' | 'method' | 'path' | 'receivedAtMs'>): JournalEntry
  close(entry: JournalEntry, answeredAtMs: number): void
}

const MAX_ENTRIES = 1000

/** Creates an empty journal. */
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
      if (entries.length > MAX_ENTRIES) entries.shift()
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
