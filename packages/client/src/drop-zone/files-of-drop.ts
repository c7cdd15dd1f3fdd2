import { fromEvent } from 'file-selector'

/**
 * Reads the files of a drop, and walks through its folders. Call it synchronously in the listener: browsers empty a
 * `DataTransfer` when the event is over.
 *
 * @param onError called for each dropped file or folder that cannot be read
 */
export async function filesOfDrop(
  { items, files }: Pick<DataTransfer, 'files'> & Partial<Pick<DataTransfer, 'items'>>,
  onError: (error: unknown) => void,
): Promise<File[]> {
  // Testing Library and old browsers have files without items.
  const dropped = Array.from(items ?? []).filter(({ kind }) => kind === 'file')
  if (dropped.length === 0) return Array.from(files)
  const reads = dropped.map((item) => fromEvent({ type: 'drop', dataTransfer: { items: [item] } }))
  const outcomes = await Promise.allSettled(reads)
  for (const outcome of outcomes) if (outcome.status === 'rejected') onError(outcome.reason)
  return outcomes.flatMap((outcome): File[] =>
    outcome.status === 'fulfilled' ? outcome.value.filter(isFile) : [],
  )
}

const isFile = <T extends object>(item: T): item is File & T => 'name' in item
