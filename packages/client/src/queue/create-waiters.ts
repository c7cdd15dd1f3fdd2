/** The callers that wait for one event. */
export interface Waiters {
  wait(): Promise<void>
  /** Resolves all. */
  end: () => void
}

export function createWaiters(): Waiters {
  let waiting: (() => void)[] = []
  return {
    wait: () => new Promise((resolve) => waiting.push(resolve)),
    end() {
      const ended = waiting
      waiting = []
      for (const resolve of ended) resolve()
    },
  }
}
