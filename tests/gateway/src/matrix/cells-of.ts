import { WAYS, type Way } from '../client/ways.js'
import type { Endpoint } from '../gateway/endpoint.js'
import type { Row } from './rows.js'

/** The endpoint, the name of the way for test names, and the way. */
export type Cell = [endpoint: Endpoint, name: string, way: Way]

const NAMES: Record<Way, string> = {
  direct: 'a direct upload',
  parts: 'an upload in parts',
  group: 'a group',
  batch: 'a batch',
  resumed: 'a resumed upload',
}

/** Lists each endpoint and way in which a failure can occur. */
export function cellsOf({ at, notIn = [] }: Row, ways: readonly Way[]): Cell[] {
  return ways.flatMap((way) =>
    (notIn.includes(way) ? [] : WAYS[way])
      .filter((endpoint) => at === undefined || at.includes(endpoint))
      .map((endpoint): Cell => [endpoint, NAMES[way], way]),
  )
}
