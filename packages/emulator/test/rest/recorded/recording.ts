import { readFileSync } from 'node:fs'
import path from 'node:path'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** One exchange of an SDK with the REST API. Keys, names and addresses are replaced. */
export interface Recording {
  readonly index: number
  readonly recordedAtMs: number
  readonly method: string
  /** The path and the query. */
  readonly path: string
  readonly accept: string
  readonly requestBody: string
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Json
}

type StoredRecording = Omit<Recording, 'index' | 'recordedAtMs' | 'path' | 'body'> & {
  recorded: string
  uri: string
  body: string
}

/** The endpoints of conversions and add-ons, which have nothing to do with uploads. */
const NOT_EMULATED = /^\/(?:convert|addons)\//
/** Recordings whose body is cut off in the middle of a list. */
const CUT_OFF = [13, 17]

const stored = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../recorded/recorded-rest-api.json'), 'utf8'),
) as StoredRecording[]

/** The recordings to replay. */
export const RECORDINGS: readonly Recording[] = stored.flatMap(({ recorded, uri, body, ...rest }, index) => {
  const { pathname, search } = new URL(uri)
  if (NOT_EMULATED.test(pathname) || CUT_OFF.includes(index)) return []
  return [
    {
      ...rest,
      index,
      recordedAtMs: Date.parse(recorded),
      path: pathname + search,
      body: body === '' ? null : (JSON.parse(body) as Json),
    },
  ]
})

/** Lists the objects of a JSON value for which a predicate holds. */
export function objectsIn(json: Json, isWanted: (object: JsonObject) => boolean): JsonObject[] {
  if (typeof json !== 'object' || json === null) return []
  const inside = Object.values(json).flatMap((value) => objectsIn(value, isWanted))
  return isArray(json) || !isWanted(json) ? inside : [json, ...inside]
}

export function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json)
}

/** Returns a text of a recording, or `''` for other values. */
export function textOf(json: Json | undefined): string {
  return typeof json === 'string' ? json : ''
}
