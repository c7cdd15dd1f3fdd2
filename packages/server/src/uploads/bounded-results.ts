import { callInTime } from './call-in-time.js'
import type { ResultStore } from './limits.js'

/**
 * Creates a store for one completion that fails where the app's store does not answer in time, reports that it failed, or
 * returns something else than was set. After the first such call every
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
    async get(key) {
      const value = await call(() => results.get(key))
      // Every value that is set is an object or a boolean.
      if (typeof value === 'string') {
        throw new Error(
          'The store in "results" returned text for a value that is not text. Pass a store that keeps JSON, such as keyv',
        )
      }
      return value
    },
    async set(key, value) {
      const answer = await call(() => results.set(key, value))
      // Keyv resolves with `false` when its store fails. Other stores return the value.
      if (answer === false && value !== false) {
        throw new Error('The store in "results" did not keep a value. Check its connection')
      }
      return answer
    },
  }
}
