import { CancelError } from '@uploadcare/upload-client'
import type { UploadEvent } from '../requests/upload-event.js'
import type { UploadRouteRules } from '../routes/route-types.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { startTimer } from '../time/start-timer.js'
import { callListener } from '../token-source/call-listener.js'
import { findBrokenRule, toError } from './check-file.js'
import { createRate } from './create-rate.js'
import { secondsLeftOf, type ItemStore } from './item-store.js'
import type { QueueSettings } from './parse-queue-options.js'
import type { QueueEntry } from './queue-entry.js'
import { Refusal, runAttempt, type AttemptReports, type AttemptResult } from './run-attempt.js'
import { createScheduler } from './scheduler.js'
import { untilRepeated, waitAfter, type Waiting } from './start-waiting.js'
import type { UploadItem } from './upload-item.js'

/** Sends the entries of a queue. */
export interface Runner<Data> {
  enqueue: (entry: QueueEntry<Data>) => void
  pump(): void
  /** Ends the running attempt. */
  stop(entry: QueueEntry<Data>): void
  isLarge(entry: QueueEntry<Data>): boolean
}

/** The speed of an upload is unknown after so many **milliseconds** without progress. */
const STALLED_MS = 10_000

/** @param onChange called after the runner has changed an item */
export function createRunner<Data>(
  settings: QueueSettings<Data>,
  store: ItemStore<Data>,
  rules: () => readonly UploadRouteRules[],
  onChange: (entry: QueueEntry<Data>) => void,
): Runner<Data> {
  const { target, concurrency } = settings
  const { clock } = target.source
  const isLarge = ({ item }: QueueEntry<Data>): boolean => settings.isLarge(item.sizeBytes)
  const scheduler = createScheduler(clock, concurrency, isLarge, begin)

  function change(entry: QueueEntry<Data>, changes: Partial<UploadItem<Data>>): void {
    store.change(entry, changes)
    onChange(entry)
  }

  function begin(entry: QueueEntry<Data>): void {
    const attempt = new AbortController()
    entry.attempt = attempt
    entry.isSent = false
    entry.rate = createRate(clock, entry.item.sentBytes)
    change(entry, { status: 'uploading' })
    const ifCurrent =
      <Result>(react: (result: Result) => Partial<UploadItem<Data>>) =>
      (result: Result): void => {
        if (entry.attempt === attempt) end(entry, react(result))
      }
    inAbortScope(attempt.signal, (scope) => runAttempt(entry, settings, scope, reportsOf(entry))).then(
      ifCurrent((result: AttemptResult<Data>) => {
        entry.upload = undefined
        const { sizeBytes } = entry.item
        return { ...result, status: 'uploaded', progress: 1, sentBytes: sizeBytes }
      }),
      ifCurrent(failureOf<Data>),
    )
  }

  function end(entry: QueueEntry<Data>, changes: Partial<UploadItem<Data>>): void {
    stop(entry)
    change(entry, changes)
    scheduler.release(entry)
  }

  /** Ends the speed of an upload that reports no progress any more. */
  function stall(entry: QueueEntry<Data>): void {
    if (entry.item.bytesPerSecond > 0) change(entry, {})
  }

  function stop(entry: QueueEntry<Data>): void {
    const { attempt } = entry
    entry.stopWaiting?.()
    entry.stopWaiting = undefined
    entry.stopStall?.()
    entry.stopStall = undefined
    entry.rate = undefined
    entry.attempt = undefined
    attempt?.abort()
  }

  const reportsOf = (entry: QueueEntry<Data>): AttemptReports => ({
    onFile(file) {
      const { name, size: sizeBytes, type } = file
      const broken = findBrokenRule({ name, sizeBytes, type }, 0, rules())
      if (broken) throw broken
      change(entry, { file, name, sizeBytes, type })
    },
    onProgress(progress) {
      const { status, sizeBytes, sentBytes: before } = entry.item
      const sentBytes = Math.max(before, Math.round(progress * sizeBytes))
      if (!entry.attempt || sentBytes === before) return
      if (status === 'waiting') endWaiting(entry)
      else if (status !== 'uploading') return
      const bytesPerSecond = entry.rate?.note(sentBytes) ?? 0
      const left = secondsLeftOf(sizeBytes - sentBytes, bytesPerSecond)
      change(entry, { sentBytes, progress: sentBytes / sizeBytes, bytesPerSecond, ...left })
      entry.stopStall?.()
      entry.stopStall = startTimer(clock, () => stall(entry), STALLED_MS)
    },
    onEvent(event) {
      if (entry.attempt) reactTo(entry, event)
      callListener(target.onEvent, event)
    },
    onSent() {
      if (!entry.attempt || entry.isSent) return
      entry.isSent = true
      const { sizeBytes } = entry.item
      scheduler.measure(sizeBytes)
      change(entry, { status: 'processing', progress: 1, sentBytes: sizeBytes })
      scheduler.release(entry)
    },
    onCompletionRetry(delayMs) {
      if (!entry.attempt) return
      const resume = (): void => {
        endWaiting(entry)
      }
      wait(entry, untilRepeated(delayMs, clock, resume))
    },
  })

  function reactTo(entry: QueueEntry<Data>, event: UploadEvent): void {
    if (event.type === 'retried' && event.because === 'throttled') scheduler.slowDown()
    const waiting = waitAfter(event, clock, () => {
      endWaiting(entry)
    })
    if (waiting) wait(entry, waiting)
  }

  function wait(entry: QueueEntry<Data>, { waitingFor, stop }: Waiting): void {
    entry.stopWaiting?.()
    entry.stopWaiting = stop
    change(entry, { status: 'waiting', waitingFor })
    // Other files wait for the same network and the same token.
    scheduler.setWaiting(entry, waitingFor.reason === 'retry' && waitingFor.what === 'upload')
  }

  function endWaiting(entry: QueueEntry<Data>): void {
    entry.stopWaiting?.()
    entry.stopWaiting = undefined
    if (entry.item.status !== 'waiting') return
    change(entry, { status: entry.isSent ? 'processing' : 'uploading' })
    scheduler.setWaiting(entry, false)
  }

  return {
    enqueue: scheduler.enqueue,
    pump: scheduler.pump,
    stop(entry) {
      stop(entry)
      scheduler.release(entry)
    },
    isLarge,
  }
}

function failureOf<Data>(reason: unknown): Partial<UploadItem<Data>> {
  if (reason instanceof Refusal) return { status: 'rejected', error: toError(reason.cause) }
  // The queue has canceled nothing. A page that is left keeps the file for the next one.
  if (reason instanceof CancelError) {
    return { status: 'failed', error: new Error('The upload was interrupted. Try again.', { cause: reason }) }
  }
  return { status: 'failed', error: toError(reason) }
}
