/** Where the client takes the time from, and what it waits with. */
export interface ClientClock {
  /** Tells the time in Unix **milliseconds**. It may be wrong, and may be set while the page is open. */
  wallMs(): number
  /** Tells **milliseconds** that never run backwards. They may stand still while the computer sleeps. */
  monotonicMs(): number
  /** Calls back after so many **milliseconds**, and returns what {@link ClientClock.clearTimeout} takes. */
  setTimeout(callback: () => void, delayMs: number): unknown
  clearTimeout(timer: unknown): void
}

export const systemClock: ClientClock = {
  wallMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (timer) => {
    clearTimeout(timer as ReturnType<typeof setTimeout>)
  },
}
