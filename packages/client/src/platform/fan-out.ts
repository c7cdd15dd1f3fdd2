import { reasonOf } from '../time/abort.js'

/** Distributes one signal to many tasks. */
export interface AbortFan {
  /** Runs a task with its own signal, which aborts with the common signal. */
  run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Removes the listener from the common signal. */
  close(): void
}

/** Adds one listener to a signal for any number of tasks: Node warns about a signal with more than ten. */
export function fanOut(signal: AbortSignal): AbortFan {
  const branches = new Set<AbortController>()
  function abort(): void {
    for (const branch of branches) branch.abort(reasonOf(signal))
  }
  signal.addEventListener('abort', abort)

  return {
    async run(task) {
      const branch = new AbortController()
      branches.add(branch)
      if (signal.aborted) branch.abort(reasonOf(signal))
      try {
        return await task(branch.signal)
      } finally {
        branches.delete(branch)
      }
    },
    close() {
      signal.removeEventListener('abort', abort)
    },
  }
}
