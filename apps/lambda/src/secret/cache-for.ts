/**
 * Returns a function that caches the result of `load`. Concurrent calls share one `load`; failures are not cached.
 *
 * @param ms how long a result is cached, in **milliseconds**
 */
export function cacheFor<T>(
  ms: number,
  load: () => Promise<T>,
  now: () => number = Date.now,
): () => Promise<T> {
  let cached: { value: Promise<T>; atMs: number } | undefined
  return () => {
    if (cached && now() - cached.atMs < ms) return cached.value
    const value = load()
    const entry = (cached = { value, atMs: now() })
    value.catch(() => {
      if (cached === entry) cached = undefined
    })
    return value
  }
}
