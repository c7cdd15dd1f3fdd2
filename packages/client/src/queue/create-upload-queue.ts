import { deviceNetwork } from '../network/device-network.js'
import type { UploadRouteRules } from '../routes/route-types.js'
import { isBlob } from '../upload/to-bytes.js'
import { assertKnownOptions } from '../options/assert-known-options.js'
import { duplicateError, findBrokenRule, keyOf, toError } from './check-file.js'
import { createNotifier } from './create-notifier.js'
import { createRunner } from './create-runner.js'
import { createItemStore } from './item-store.js'
import { parseQueueOptions } from './parse-queue-options.js'
import { createPreviews } from './previews.js'
import type { QueueEntry } from './queue-entry.js'
import type { UploadItem, UploadItemStatus } from './upload-item.js'
import type { AddOptions, UploadQueue, UploadQueueOptions, UploadQueueState } from './upload-queue.js'
import { fetchRules } from './upload-target.js'

/**
 * Creates the headless state of many uploads, for any user interface: add, cancel, retry, pause and resume. Signing out with
 * `tokenSource.clear()` ends the uploads and empties the queue.
 *
 * @throws {TypeError} naming an option that is unknown or invalid.
 *
 * @example
 * ```ts
 * import { SecureUploadClient } from '@secure-uploading/client'
 * import { createUploadQueue } from '@secure-uploading/client/queue'
 *
 * const queue = createUploadQueue({ client: new SecureUploadClient({ tokenEndpoint: '/api/upload-token' }) })
 * queue.subscribe(() => console.log(queue.getSnapshot().progress))
 * queue.add([new File(['Hello'], 'hello.txt', { type: 'text/plain' })])
 * await queue.settled()
 * ```
 */
export function createUploadQueue<Data = unknown>(options: UploadQueueOptions<Data>): UploadQueue<Data> {
  const settings = parseQueueOptions(options)
  const { source, route } = settings.target
  const notifier = createNotifier(source.clock)
  const previews = createPreviews()
  const idPrefix = Math.random().toString(36).slice(2)
  let waiters: (() => void)[] = []
  const store = createItemStore<Data>(endWaiters)
  const runner = createRunner(settings, store, rules, onRunnerChange)
  /** The entry of each file that is not rejected, canceled or failed. */
  const byKey = new Map<string, QueueEntry<Data>>()
  let order = 0
  let isHeld = false
  let session: AbortSignal | undefined
  let routeRules: UploadRouteRules | undefined
  let fetching: AbortController | undefined

  function rules(): readonly UploadRouteRules[] {
    return routeRules ? [settings.rules, routeRules] : [settings.rules]
  }

  function endWaiters(): void {
    const ended = waiters
    waiters = []
    for (const end of ended) end()
  }

  function onRunnerChange(entry: QueueEntry<Data>): void {
    trackKey(entry)
    notifier.soon()
  }

  function change(entry: QueueEntry<Data>, changes: Partial<UploadItem<Data>>): void {
    store.change(entry, changes)
    trackKey(entry)
  }

  function trackKey(entry: QueueEntry<Data>): void {
    const isCounted = !RETRIED.includes(entry.item.status) && entry.item.status !== 'rejected'
    if (isCounted) byKey.set(entry.key, entry)
    else if (byKey.get(entry.key) === entry) byKey.delete(entry.key)
  }

  /** Returns why a file may not be sent, other than the entries that are counted already. */
  function refusalOf(entry: QueueEntry<Data>, fileCount: number): Error | undefined {
    const { name } = entry.item
    const twin = byKey.get(entry.key)
    if (twin !== undefined && twin !== entry) return duplicateError(name)
    return findBrokenRule(entry.item, fileCount, rules())
  }

  function pump(): void {
    if (route && !routeRules) void loadRules()
    else runner.pump()
  }

  async function loadRules(): Promise<void> {
    const isNeeded = entriesIn('queued').some(({ isStarted }) => isStarted)
    if (!route || fetching || !isNeeded) return
    const { signal } = (fetching = new AbortController())
    try {
      const fetched = await fetchRules(settings.target, route, signal)
      if (signal.aborted) return
      routeRules = fetched
      let count = 0
      for (const entry of store.entries.values()) {
        if (!byKey.has(entry.key) || byKey.get(entry.key) !== entry) continue
        const error = CHECKED.includes(entry.item.status) ? refusalOf(entry, count + 1) : undefined
        if (error) change(entry, { status: 'rejected', error })
        else count++
      }
      fetching = undefined
      runner.pump()
    } catch (error) {
      if (signal.aborted) return
      fetching = undefined
      for (const entry of entriesIn('queued')) {
        if (entry.isStarted) change(entry, { status: 'failed', error: toError(error) })
      }
    }
    notifier.soon()
  }

  const entriesIn = (...statuses: UploadItemStatus[]): QueueEntry<Data>[] =>
    [...store.entries.values()].filter(({ item }) => statuses.includes(item.status))

  const pick = (id: string | undefined, statuses: readonly UploadItemStatus[]): QueueEntry<Data>[] => {
    if (id === undefined) return entriesIn(...statuses)
    const entry = store.entries.get(id)
    return entry && statuses.includes(entry.item.status) ? [entry] : []
  }

  /** Queues an entry, or pauses it while the queue is paused. */
  function queue(entry: QueueEntry<Data>, status: 'queued' | 'paused', isStarted: boolean): void {
    entry.isStarted = isStarted
    change(entry, { status })
    if (status === 'queued' && isStarted) runner.enqueue(entry)
  }

  function watchSession(): void {
    if (session === source.session) return
    session?.removeEventListener('abort', clear)
    session = source.session
    session.addEventListener('abort', clear)
  }

  function createEntry(file: File, metadata: AddOptions['metadata']): QueueEntry<Data> {
    const { name, size: sizeBytes, type } = file
    const id = `${idPrefix}-${String(++order)}`
    const status: UploadItemStatus = isHeld ? 'paused' : 'queued'
    return {
      item: { id, file, name, sizeBytes, type, status, progress: 0, sentBytes: 0, bytesPerSecond: 0 },
      order,
      key: keyOf(file),
      metadata: metadata && { ...metadata },
      isStarted: settings.autoStart,
      isPrepared: false,
      isSent: false,
    }
  }

  function add(files: Iterable<File>, given: AddOptions = {}): UploadItem<Data>[] {
    assertKnownOptions(given, ['metadata'])
    const list = toFiles(files)
    watchSession()
    const added = list.map((file) => {
      const entry = createEntry(file, given.metadata)
      const error = refusalOf(entry, store.fileCount() + 1)
      if (error) entry.item = { ...entry.item, status: 'rejected', error }
      store.insert(entry)
      trackKey(entry)
      if (entry.item.status === 'queued' && entry.isStarted) runner.enqueue(entry)
      return entry
    })
    pump()
    if (added.length > 0) notifier.now()
    return added.map(({ item }) => item)
  }

  function stopAll(): void {
    fetching?.abort()
    fetching = undefined
    routeRules = undefined
    const entries = [...store.entries.values()]
    // No slot may be given to an entry that is stopped next.
    for (const entry of entries) {
      if (entry.item.status !== 'uploaded') change(entry, { status: 'canceled' })
    }
    for (const entry of entries) {
      runner.stop(entry)
      store.delete(entry)
    }
    byKey.clear()
    previews.revokeAll()
  }

  function clear(): void {
    session?.removeEventListener('abort', clear)
    session = undefined
    const memories = [...store.entries.values()].map(({ memory }) => memory)
    stopAll()
    for (const memory of memories) void memory?.forget()
    notifier.now()
  }

  function statusOf(counts: UploadQueueState['counts']): UploadQueueState['status'] {
    const isSending = counts.uploading + counts.processing > 0
    const isStarted = isSending || counts.waiting > 0 || counts.queued > 0
    if (isHeld) return 'paused'
    if (isStarted && !isSending && deviceNetwork.isOffline()) return 'offline'
    if (isSending || counts.waiting > 0 || entriesIn('queued').some((entry) => entry.isStarted))
      return 'uploading'
    return counts.paused > 0 ? 'paused' : 'idle'
  }

  return {
    getSnapshot: () => store.snapshot(statusOf),
    subscribe: notifier.subscribe,
    add,
    start() {
      for (const entry of entriesIn('queued')) {
        entry.isStarted = true
        runner.enqueue(entry)
      }
      store.touch()
      pump()
      notifier.now()
    },
    pause(id) {
      if (id === undefined) isHeld = true
      const entries = pick(id, PAUSABLE).filter(({ isSent, attempt }) => !(isSent && attempt))
      for (const entry of entries) change(entry, { status: 'paused' })
      for (const entry of entries) {
        runner.stop(entry)
        // A file that is sent in one request starts again.
        if (!runner.isLarge(entry)) change(entry, { progress: 0, sentBytes: 0 })
      }
      store.restart()
      store.touch()
      notifier.now()
    },
    resume(id) {
      if (id === undefined) isHeld = false
      for (const entry of pick(id, ['paused'])) queue(entry, 'queued', true)
      store.touch()
      pump()
      notifier.now()
    },
    cancel(id) {
      const entries = pick(id, OPEN)
      for (const entry of entries) change(entry, { status: 'canceled' })
      for (const entry of entries) {
        runner.stop(entry)
        entry.upload = undefined
        entry.uploaded = undefined
        void entry.memory?.forget()
      }
      notifier.now()
    },
    retry(id) {
      store.restart()
      for (const entry of pick(id, id === undefined ? RETRIED : [...RETRIED, 'rejected'])) {
        const error = refusalOf(entry, store.fileCount() + 1)
        if (error) change(entry, { status: 'rejected', error })
        else {
          store.change(entry, { status: 'queued', progress: 0, sentBytes: 0 })
          queue(entry, isHeld ? 'paused' : 'queued', true)
        }
      }
      pump()
      notifier.now()
    },
    remove(id) {
      const entry = store.entries.get(id)
      if (!entry) return
      if (entry.item.status !== 'uploaded') change(entry, { status: 'canceled' })
      runner.stop(entry)
      byKey.delete(entry.key)
      void entry.memory?.forget()
      store.delete(entry)
      previews.revoke(id)
      notifier.now()
    },
    clear,
    restore: () => Promise.resolve([]),
    settled: () =>
      new Promise((resolve) => {
        const end = (): void => {
          resolve([...store.snapshot(statusOf).items])
        }
        if (store.openCount() === 0) end()
        else waiters.push(end)
      }),
    preview(id) {
      const file = store.entries.get(id)?.item.file
      return file && previews.get(id, file)
    },
    destroy() {
      session?.removeEventListener('abort', clear)
      session = undefined
      notifier.close()
      stopAll()
    },
  }
}

const RETRIED: readonly UploadItemStatus[] = ['failed', 'canceled']
const PAUSABLE: readonly UploadItemStatus[] = ['queued', 'uploading', 'waiting']
const CHECKED: readonly UploadItemStatus[] = ['queued', 'paused', 'needs-file']
const OPEN: readonly UploadItemStatus[] = [...PAUSABLE, 'processing', 'paused', 'needs-file']

function toFiles(files: Iterable<File>): File[] {
  const list =
    typeof (files as Partial<Iterable<File>> | undefined)?.[Symbol.iterator] === 'function' ? [...files] : []
  const isValid = list.every((file) => isBlob(Object(file) as object) && typeof file.name === 'string')
  if (isValid && typeof files !== 'string' && (list.length > 0 || Symbol.iterator in Object(files)))
    return list
  throw new TypeError('Expected a list of File objects, like [file] or input.files')
}
