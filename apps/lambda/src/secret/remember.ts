/**
 * Keeps what an asynchronous function found for a while. All that ask at once share one call; a failure is forgotten.
 *
 * @param forMs how many **milliseconds** a value is kept
 */
export function remember<T>(
  find: () => Promise<T>,
  forMs: number,
  now: () => number = Date.now,
): () => Promise<T> {
  let found: { value: Promise<T>; atMs: number } | undefined
  return () => {
    if (found && now() - found.atMs < forMs) return found.value
    const value = find()
    const mine = (found = { value, atMs: now() })
    value.catch(() => {
      if (found === mine) found = undefined
    })
    return value
  }
}
