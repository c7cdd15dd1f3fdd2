import { callInTime } from './call-in-time.js'
import type { ResultStore } from './limits.js'

/**
 * Creates a store for one completion that fails where the app's store does not answer in time. After the first such call every
 * other fails immediately, so that a store that never answers costs the files little of the time limit.
 */
export function createBoundedResults(results: ResultStore, limitMs: number): ResultStore {
  let failure: Error | undefined

  async function call(run: () => unknown): Promise<unknown> {
    if (failure) throw failure
    return callInTime(run, limitMs, (ms) => {
      failure ??= new Error(
        `The store in "results" did not answer within ${ms} ms. Check its connection, and let it fail without one`,
      )
      return failure
    })
  }

  return {
    get: (key) => call(() => results.get(key)),
    set: (key, value) => call(() => results.set(key, value)),
  }
}
