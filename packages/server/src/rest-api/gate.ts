/** Runs a task as soon as fewer than the limit run, in the order of the calls. */
export type Gate = <Result>(task: () => Promise<Result>) => Promise<Result>

/** Creates a gate for at most `limit` tasks in parallel. */
export function createGate(limit: number): Gate {
  const waiting: (() => void)[] = []
  let running = 0

  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await task()
    } finally {
      // The next task takes this one's place, so that no later call can take it.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
