import type { UploadRouteRules } from '../routes/route-types.js'
import { toError } from './check-file.js'
import type { ItemStore } from './item-store.js'
import type { QueueSettings } from './parse-queue-options.js'
import type { QueueEntry } from './queue-entry.js'
import { createRouteRules } from './route-rules.js'
import type { UploadItem, WaitingFor } from './upload-item.js'

/** Holds the files of a queue back until the rules of its upload route are known. */
export interface RulesGate {
  /** The rules of the options, and those of the route. */
  rules: () => readonly UploadRouteRules[]
  /** Sends files, or fetches the rules for those that are started. */
  pass(): void
  /** Forgets the rules, because the next user may have others. */
  reset(): void
}

/** The parts of the queue behind the gate. */
interface Surroundings<Data> {
  store: ItemStore<Data>
  change: (entry: QueueEntry<Data>, changes: Partial<UploadItem<Data>>) => void
  /** Returns the entries that break the rules. */
  findRefused: () => [QueueEntry<Data>, Error][]
  pump: () => void
  notify: () => void
}

export function createRulesGate<Data>(
  { target, rules: own }: QueueSettings<Data>,
  { store, change, findRefused, pump, notify }: Surroundings<Data>,
): RulesGate {
  const rules = createRouteRules(target, own, onLoad, (waitingFor) => {
    showWait(waitingFor)
    notify()
  })
  const isHeldBack = ({ isStarted, attempt }: QueueEntry<Data>): boolean => isStarted && !attempt

  function onLoad(error?: unknown): void {
    showWait(undefined)
    if (error === undefined) {
      for (const [entry, reason] of findRefused()) change(entry, { status: 'rejected', error: reason })
      pump()
    } else {
      for (const entry of store.entriesIn(['queued']).filter(isHeldBack))
        change(entry, { status: 'failed', error: toError(error) })
    }
    notify()
  }

  /** Shows what the rules wait for as what the files wait for. */
  function showWait(waitingFor: WaitingFor | undefined): void {
    for (const entry of store.entriesIn(['queued', 'waiting']).filter(isHeldBack)) {
      if (waitingFor) change(entry, { status: 'waiting', waitingFor })
      else if (entry.item.status === 'waiting') change(entry, { status: 'queued' })
    }
  }

  return {
    rules: rules.all,
    pass() {
      if (rules.areKnown()) pump()
      else if (store.entriesIn(['queued']).some(isHeldBack)) {
        rules.load()
        showWait(rules.waitingFor())
      }
    },
    reset: rules.reset,
  }
}
