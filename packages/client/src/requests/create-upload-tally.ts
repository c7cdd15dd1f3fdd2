import { inAbortScope } from '../time/in-abort-scope.js'

/** Counts the signed requests of a token source. */
export interface UploadTally {
  /** Counts a request as pending. */
  enter(): void
  /** Ends a pending request, or one that waits for the success of another. */
  leave(): void
  succeed(): void
  successes(): number
  /** Waits until there are more than `count` successes, or no other request is pending. */
  untilSuccess(count: number, signal: AbortSignal | undefined): Promise<void>
}

export function createUploadTally(): UploadTally {
  let successes = 0
  let pending = 0
  const listeners = new Set<() => void>()

  function leave(): void {
    pending--
    for (const listener of listeners) listener()
  }

  return {
    enter() {
      pending++
    },
    leave,
    succeed() {
      successes++
    },
    successes: () => successes,
    async untilSuccess(count, signal) {
      let check: () => void = () => undefined
      leave()
      try {
        await inAbortScope(
          signal,
          () =>
            new Promise<void>((resolve) => {
              check = () => {
                if (successes > count || pending === 0) resolve()
              }
              listeners.add(check)
              check()
            }),
        )
      } finally {
        listeners.delete(check)
        pending++
      }
    },
  }
}
