import type { ClientClock } from '../time/clock.js'
import { startTimer } from '../time/start-timer.js'
import { callListener } from '../token-source/call-listener.js'

/** Calls the listeners of a queue. */
export interface Notifier {
  subscribe: (listener: () => void) => () => void
  /** Notifies immediately. Further calls before the next microtask cause one more notification together. */
  now(): void
  /** Notifies as soon as 100 ms have passed since the last notification. */
  soon: () => void
  close(): void
}

const INTERVAL_MS = 100

export function createNotifier(clock: ClientClock): Notifier {
  const listeners = new Set<() => void>()
  let lastMs = -Infinity
  let isChanged = false
  let isBurst = false
  let stopTimer: (() => void) | undefined

  function notify(): void {
    stopTimer?.()
    stopTimer = undefined
    isChanged = false
    lastMs = clock.monotonicMs()
    // A listener that another one has ended is not called.
    for (const listener of [...listeners]) if (listeners.has(listener)) callListener(listener, undefined)
  }

  function notifyOfChange(): void {
    if (isChanged) notify()
  }

  return {
    subscribe(listener) {
      // The same function may be subscribed twice.
      const own = (): void => {
        listener()
      }
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    now() {
      isChanged = true
      if (isBurst) return
      isBurst = true
      queueMicrotask(() => {
        isBurst = false
        notifyOfChange()
      })
      notify()
    },
    soon() {
      isChanged = true
      if (stopTimer) return
      const delayMs = lastMs + INTERVAL_MS - clock.monotonicMs()
      // A call of the queue that causes the change notifies of it.
      if (delayMs <= 0) queueMicrotask(notifyOfChange)
      else stopTimer = startTimer(clock, notify, delayMs)
    },
    close() {
      stopTimer?.()
      stopTimer = undefined
      listeners.clear()
    },
  }
}
