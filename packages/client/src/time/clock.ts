/** The clock and timers of the client. */
export interface ClientClock {
  /** Returns Unix **milliseconds**. They may be wrong, and may be set while the page is open. */
  wallMs(): number
  /** Returns **milliseconds** that never decrease. They may stand still while the computer sleeps. */
  monotonicMs(): number
  /** Calls back after `delayMs` **milliseconds**. Returns the argument for {@link ClientClock.clearTimeout}. */
  setTimeout(callback: () => void, delayMs: number): unknown
  clearTimeout(timer: unknown): void
}

export const systemClock: ClientClock = {
  wallMs: () => Date.now(),
  // Some thin runtimes have no `performance`.
  monotonicMs: () => ((globalThis.performance as Performance | undefined) ?? Date).now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (timer) => {
    clearTimeout(timer as ReturnType<typeof setTimeout>)
  },
}
