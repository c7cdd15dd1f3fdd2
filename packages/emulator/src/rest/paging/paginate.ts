import { dateTime } from '../../store/date-time.js'
import type { PageQuery } from './page-query.js'

/** One page of a list. */
export interface Page<Item> {
  items: readonly Item[]
  /** The URL of the next page. */
  next: string | null
  /** The URL of the previous page. */
  previous: string | null
}

/**
 * Selects one page of a list, sorted by time. The links to other pages carry the time of their first or last item as
 * `from` or `to`.
 *
 * Uploadcare's times have microseconds, so they differ. The emulator's have milliseconds, so equal ones are distinguished by
 * microseconds in the links: clients that repeat only `from`, as rest-client does, would otherwise get one page forever.
 */
export function paginate<Item>(
  list: readonly Item[],
  timeOf: (item: Item) => number,
  query: PageQuery,
  pageUrl: URL,
): Page<Item> {
  const sign = query.isDescending ? -1 : 1
  const ranks = distinctRanks(list.map((item) => sign * timeOf(item)).sort((a, b) => a - b))
  const sorted = (query.isDescending ? list.toReversed() : [...list]).sort(
    (a, b) => sign * (timeOf(a) - timeOf(b)),
  )
  const [first, end] = boundsOf(ranks, query, sign)
  return {
    items: sorted.slice(first, end),
    next: linkTo('from', ranks[end]),
    previous: linkTo('to', ranks[first - 1]),
  }

  function linkTo(name: 'from' | 'to', rank: number | undefined): string | null {
    if (rank === undefined) return null
    const url = new URL(pageUrl)
    url.searchParams.delete(name === 'from' ? 'to' : 'from')
    url.searchParams.set(name, dateTime(sign * rank).replace('Z', '+00:00'))
    url.searchParams.set('offset', '0')
    return url.href
  }
}

function distinctRanks(sortedRanks: readonly number[]): number[] {
  let repetitions = 0
  return sortedRanks.map((rank, index) => {
    repetitions = rank === sortedRanks[index - 1] ? repetitions + 1 : 0
    return rank + repetitions / 1000
  })
}

/** Returns the indices of a page's first item and of the one after its last. */
function boundsOf(
  ranks: readonly number[],
  { limit, fromMs, toMs, offset }: PageQuery,
  sign: number,
): [first: number, end: number] {
  // Half a microsecond absorbs the rounding of fractions.
  if (toMs !== undefined) {
    const end = ranks.filter((rank) => rank < sign * toMs + 0.0005).length - offset
    return [Math.max(end - limit, 0), Math.max(end, 0)]
  }
  const skipped = fromMs === undefined ? 0 : ranks.filter((rank) => rank < sign * fromMs - 0.0005).length
  const first = Math.min(skipped + offset, ranks.length)
  return [first, Math.min(first + limit, ranks.length)]
}
