import { RestError } from '../http/rest-error.js'
import { readDateTime } from './read-date-time.js'

/** The parameters of a list. */
export interface PageQuery {
  limit: number
  isDescending: boolean
  /** The time of the first item, in Unix **milliseconds**. */
  fromMs: number | undefined
  /** The time of the last item, in Unix **milliseconds**. Set on links to previous pages. */
  toMs: number | undefined
  /** The number of items to skip at that time. */
  offset: number
}

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/**
 * Reads the parameters of a list that is sorted by one time.
 *
 * @throws {RestError} when one is invalid.
 */
export function readPageQuery({ searchParams }: URL, timeName: string): PageQuery {
  const ordering = searchParams.get('ordering') ?? timeName
  if (ordering !== timeName && ordering !== `-${timeName}`) {
    throw invalid('ordering', `"${timeName}" or "-${timeName}"`)
  }
  return {
    limit: readLimit(searchParams.get('limit')),
    isDescending: ordering.startsWith('-'),
    fromMs: readTime(searchParams, 'from'),
    toMs: readTime(searchParams, 'to'),
    offset: readOffset(searchParams.get('offset')),
  }
}

/**
 * Reads a boolean parameter.
 *
 * @returns `undefined` when it is missing.
 * @throws {RestError} when it is invalid.
 */
export function readBoolean({ searchParams }: URL, name: string): boolean | undefined {
  const text = searchParams.get(name)?.toLowerCase() ?? ''
  if (text === '') return undefined
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw invalid(name, '"true" or "false"')
}

function readLimit(text: string | null): number {
  if (text === null || text === '') return DEFAULT_LIMIT
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (limit === 0) throw invalid('limit', `an integer from 1 to ${MAX_LIMIT}`)
  return Math.min(limit, MAX_LIMIT)
}

function readOffset(text: string | null): number {
  if (text === null || text === '') return 0
  if (!/^\d{1,9}$/.test(text)) throw invalid('offset', 'a non-negative integer')
  return Number(text)
}

function readTime(searchParams: URLSearchParams, name: string): number | undefined {
  const text = searchParams.get(name)
  if (text === null || text === '') return undefined
  const unixMs = readDateTime(text)
  if (unixMs === undefined) throw invalid(name, 'a date and time such as "2015-09-10T10:00:00Z"')
  return unixMs
}

function invalid(name: string, expected: string): RestError {
  return new RestError(400, `Invalid "${name}". Expected ${expected}.`)
}
