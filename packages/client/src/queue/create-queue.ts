import { callListener } from '../token-source/call-listener.js'
import { createAdder } from './create-adder.js'
import { createIntake, UNCOUNTED } from './create-intake.js'
import { createNotifier } from './create-notifier.js'
import { createRulesGate, type RulesGate } from './create-rules-gate.js'
import { createRunner } from './create-runner.js'
import { openMemory } from './open-memory.js'
import { createItemStore } from './item-store.js'
import { createKeptFiles } from './kept-files.js'
import type { QueueSettings } from './parse-queue-options.js'
import { createPreviews } from './previews.js'
import type { QueueEntry } from './queue-entry.js'
import { createQueueSession } from './queue-session.js'
import { queueStatusOf } from './queue-status.js'
import type { UploadItem, UploadItemStatus } from './upload-item.js'
import { createWaiters } from './create-waiters.js'
import type { UploadQueue, UploadQueueState } from './upload-queue.js'

/** Creates the headless state of many uploads from parsed options. */
export function createQueue<Data>(settings: QueueSettings<Data>): UploadQueue<Data> {
  const { owner, target } = settings
  const { source } = target
  const { clock } = source
  const idPrefix = Math.random().toString(36).slice(2)
  const notifier = createNotifier(clock)
  const waiters = createWaiters()
  const session = createQueueSession(source, signOut)
  const previews = createPreviews()
  const store = createItemStore<Data>(waiters.end)
  const gate: RulesGate = createRulesGate(settings, {
    ...{ store, change, notify: notifier.soon },
    findRefused: () => intake.findRefused(),
    pump: () => {
      runner.pump()
    },
  })
  const intake = createIntake(store, gate.rules, settings)
  const kept = owner === undefined ? undefined : createKeptFiles(settings, owner, idPrefix)
  const runner = createRunner(settings, store, gate.rules, (entry) => {
    track(entry)
    notifier.soon()
  })
  const adder = createAdder({ settings, idPrefix, session, store, intake, kept, change, put, commit })
  let isHeld = false
  let isDestroyed = false

  function change(entry: QueueEntry<Data>, changes: Partial<UploadItem<Data>>): void {
    store.change(entry, changes)
    track(entry)
  }

  function track(entry: QueueEntry<Data>): void {
    const { id, status } = entry.item
    intake.track(entry)
    kept?.track(entry, ENDED.includes(status) || !store.entries.has(id))
  }

  /** Queues an entry. It is sent at its turn, unless the queue is paused. */
  function put(entry: QueueEntry<Data>, isStarted: boolean, isPaused = isHeld): void {
    entry.isStarted = isStarted
    const status = isPaused ? 'paused' : 'queued'
    if (entry.item.status !== status) change(entry, { status })
    if (!isPaused && isStarted) runner.enqueue(entry)
  }

  function hold(next: boolean): void {
    // A sign-out ends the pause of a queue without files, too.
    session.signal()
    // Without an open file, the status is the same.
    if (isHeld !== next && store.openCount() > 0) store.touch()
    isHeld = next
  }

  /** Ends a batch of changes. */
  function commit(): void {
    gate.pass()
    if (store.takeChange()) notifier.now()
  }

  function signOut(): void {
    endSession(false)
    kept?.forgetOwner()
    commit()
  }

  /** Cancels and removes entries. */
  function removeEntries(entries: readonly QueueEntry<Data>[], isStored: boolean): void {
    // No slot may be given to an entry that is removed next.
    for (const entry of entries) cancelEntry(entry, isStored)
    for (const entry of entries) {
      const { id } = entry.item
      store.delete(entry)
      track(entry)
      previews.revoke(id)
    }
    for (const entry of entries) runner.stop(entry)
  }

  /** Cancels and removes all entries, for the next user. */
  function endSession(isStored: boolean): void {
    session.renew()
    gate.reset()
    removeEntries([...store.entries.values()], isStored)
    isHeld = false
  }

  function cancelEntry(entry: QueueEntry<Data>, isStored: boolean): void {
    const { item, isKeptByApp, resumeKey } = entry
    if (item.status === 'uploaded') return
    entry.upload = undefined
    entry.uploaded = undefined
    change(entry, { status: 'canceled' })
    // The files of a page that is left stay stored for the next one.
    if (isStored) return
    const { memory } = entry
    // The page of an app that stopped may have stored the parts.
    if (memory) void memory.forget()
    else if (isKeptByApp) void openMemory(settings, resumeKey).then((one) => one.forget())
  }

  const statusOf = (counts: UploadQueueState['counts']): UploadQueueState['status'] =>
    queueStatusOf(counts, {
      isHeld: isHeld && store.openCount() > 0,
      isStarted: () => store.entriesIn(['queued']).some(({ isStarted }) => isStarted),
    })

  return {
    getSnapshot: () => store.snapshot(statusOf),
    get session() {
      return session.signal()
    },
    subscribe: notifier.subscribe,
    add: (files, options) => (isDestroyed ? [] : adder.add(files, options)),
    start() {
      for (const entry of store.entriesIn(['queued', 'paused'])) {
        if (entry.isStarted) continue
        put(entry, true, entry.item.status === 'paused')
        store.touch()
      }
      commit()
    },
    pause(id) {
      if (id === undefined) hold(true)
      // All bytes of a file that is processed are sent.
      const entries = store.entriesIn(PAUSABLE, id).filter(({ isSent, attempt }) => !(isSent && attempt))
      for (const entry of entries) {
        // A file that is sent in one request starts again.
        change(entry, { status: 'paused', ...(!runner.isLarge(entry) && UNSENT) })
        callListener(target.onEvent, { type: 'paused', id: entry.item.id, name: entry.item.name })
      }
      if (entries.some((entry) => !runner.isLarge(entry))) store.restart()
      for (const entry of entries) runner.stop(entry)
      commit()
    },
    resume(id) {
      if (id === undefined) hold(false)
      for (const entry of store.entriesIn(['paused'], id)) {
        // A file that was resumed alone needs no start.
        put(entry, entry.isStarted || id !== undefined, false)
        callListener(target.onEvent, { type: 'resumed', id: entry.item.id, name: entry.item.name })
      }
      commit()
    },
    cancel(id) {
      const entries = store.entriesIn(OPEN, id)
      for (const entry of entries) cancelEntry(entry, false)
      for (const entry of entries) runner.stop(entry)
      commit()
    },
    retry(id) {
      for (const entry of store.entriesIn(id === undefined ? ['failed'] : UNCOUNTED, id)) {
        const error = entry.item.file ? intake.refusalOf(entry, store.fileCount() + 1) : undefined
        if (error) change(entry, { status: 'rejected', error })
        else if (!entry.item.file) change(entry, { status: 'needs-file' })
        else {
          store.restart()
          store.change(entry, UNSENT)
          adder.keep([entry])
          put(entry, true)
        }
      }
      commit()
    },
    remove(id) {
      const entry = store.entries.get(id)
      if (!entry) return
      removeEntries([entry], false)
      commit()
    },
    clear() {
      kept?.dropRestored()
      endSession(false)
      commit()
    },
    restore: async () => (isDestroyed ? [] : adder.restore()),
    settled: async () => {
      // Files may be added in the moment in which the last one ends.
      while (store.openCount() > 0) await waiters.wait()
      return [...store.snapshot(statusOf).items]
    },
    preview(id) {
      const file = store.entries.get(id)?.item.file
      return file && previews.get(id, file)
    },
    destroy() {
      isDestroyed = true
      notifier.close()
      kept?.release()
      endSession(true)
      session.end()
    },
  }
}

const UNSENT = { progress: 0, sentBytes: 0 } as const
const ENDED: readonly UploadItemStatus[] = ['uploaded', 'canceled', 'rejected']
const PAUSABLE: readonly UploadItemStatus[] = ['queued', 'uploading', 'waiting']
const OPEN: readonly UploadItemStatus[] = [...PAUSABLE, 'processing', 'paused', 'needs-file']
