import { deviceNetwork } from '../network/device-network.js'
import type { UploadEvent } from '../requests/upload-event.js'
import type { ClientClock } from '../time/clock.js'
import { startTimer } from '../time/start-timer.js'
import type { WaitingFor } from './upload-item.js'

/** A wait for the network or for the next attempt. */
export interface Waiting {
  waitingFor: WaitingFor
  stop: () => void
}

/** Returns what an event says that a file waits for, or nothing. Calls `onEnd` when the wait is over. */
export function waitAfter(event: UploadEvent, clock: ClientClock, onEnd: () => void): Waiting | undefined {
  if (event.type === 'retried') return untilRetry('upload', event.delayMs, clock, onEnd)
  if (event.type !== 'waiting') return undefined
  return event.for === 'token' ? untilRetry('token', event.delayMs, clock, onEnd) : untilOnline(onEnd)
}

/** Waits for the next attempt, or for the network while the device is offline. */
export const untilRepeated = (delayMs: number, clock: ClientClock, onEnd: () => void): Waiting =>
  deviceNetwork.isOffline() ? untilOnline(onEnd) : untilRetry('completion', delayMs, clock, onEnd)

const untilRetry = (
  what: 'upload' | 'token' | 'completion',
  delayMs: number,
  clock: ClientClock,
  onEnd: () => void,
): Waiting => ({
  waitingFor: { reason: 'retry', what, retryAtMs: clock.wallMs() + delayMs },
  stop: startTimer(clock, onEnd, delayMs),
})

function untilOnline(onEnd: () => void): Waiting {
  const listening = new AbortController()
  void deviceNetwork.untilOnline(listening.signal).then(() => {
    if (!listening.signal.aborted) onEnd()
  })
  return {
    waitingFor: { reason: 'network' },
    stop: () => {
      listening.abort()
    },
  }
}
