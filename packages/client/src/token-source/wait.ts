import { abortable } from './abortable.js'
import type { ClientClock } from './clock.js'

/** Waits so many **milliseconds**, or rejects with the signal's reason as soon as that aborts. */
export async function wait(clock: ClientClock, delayMs: number, signal?: AbortSignal): Promise<void> {
  let timer: unknown
  try {
    await abortable(
      new Promise<void>((resolve) => {
        timer = clock.setTimeout(resolve, delayMs)
      }),
      signal,
    )
  } finally {
    clock.clearTimeout(timer)
  }
}
