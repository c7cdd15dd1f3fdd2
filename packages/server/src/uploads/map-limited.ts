/** The number of files that a completion works on in parallel. */
export const CONCURRENCY = 8

/** Maps a list with limited concurrency. Starts in order, and rejects with the first error. */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const pending = items.entries()
  async function work(): Promise<void> {
    for (const [index, item] of pending) results[index] = await map(item)
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work))
  return results
}
