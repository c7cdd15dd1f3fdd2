import { readFileSync } from 'node:fs'
import path from 'node:path'

/** One exchange of an SDK with Uploadcare, recorded between 2018 and 2026. Keys and signatures are replaced. */
export interface Recording {
  readonly index: number
  /** The `Date` header of the response. */
  readonly year: string | null
  readonly method: string
  readonly uri: string
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly requestBody: string
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string
}

/** The recordings of the Upload API and of S3. */
export const RECORDINGS: readonly Recording[] = (
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'recorded-upload-api.json'), 'utf8')) as Omit<
    Recording,
    'index'
  >[]
).map((recording, index) => ({
  ...recording,
  index,
  requestBody: recording.requestBody.replaceAll('\r\n', '\n'),
}))

/** The endpoint of a recording: its path, or `part` for S3. */
export function endpointOf({ uri }: Recording): string {
  const { hostname, pathname } = new URL(uri)
  return hostname.endsWith('amazonaws.com') ? 'part' : pathname
}

/** The time of a recording in Unix milliseconds. Those without a date are from 2018. */
export function recordedAt({ year }: Recording): number {
  return year ? Date.parse(year) : Date.UTC(2018, 0, 1)
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = Readonly<Record<string, Json>>

/** Parses the body of a JSON response. */
export function jsonBodyOf({ body }: Recording): JsonObject {
  return JSON.parse(body) as JsonObject
}

/** Returns a value as text. */
export function textOf(json: JsonObject, key: string, whenMissing: number | string = ''): string {
  const value = json[key] ?? whenMissing
  return typeof value === 'string' ? value : JSON.stringify(value)
}
