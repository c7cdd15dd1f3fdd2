import { readRawBody, type RawBody } from './body.js'

/** The body of a request: parsed by the framework, or raw. */
export type JsonBody = { parsed: unknown } | { raw: RawBody }

/**
 * Reads a JSON body. An empty body counts as `{}`, because some parsers make no difference.
 *
 * @returns the value; `undefined` when there are more than `maxBytes`, or the body is incomplete or not JSON
 */
export async function readJsonBody(body: JsonBody, maxBytes: number): Promise<unknown> {
  if ('parsed' in body) return body.parsed
  const bytes = await readRawBody(body.raw, maxBytes)
  if (typeof bytes === 'string') return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trim() === '' ? {} : (JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}
