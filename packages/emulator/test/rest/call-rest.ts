import type { Emulator } from '../../src/index.js'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'

const V7 = 'application/vnd.uploadcare-v0.7+json'
export const SIMPLE = `Uploadcare.Simple ${PUBLIC_KEY}:${SECRET_KEY}`

export interface RestOptions {
  /** Sent as JSON. */
  json?: unknown
  headers?: Readonly<Record<string, string>>
  origin?: string
}

/** Calls the REST API with the demo project's secret key. */
export async function callRest(
  emulator: Pick<Emulator, 'fetch'>,
  method: string,
  path: string,
  { json, headers = {}, origin = 'https://api.uploadcare.com' }: RestOptions = {},
): Promise<{ status: number; headers: Headers; json: unknown }> {
  const request = new Request(`${origin}${path}`, {
    method,
    headers: {
      Accept: V7,
      Authorization: SIMPLE,
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
  const response = await emulator.fetch(request)
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    json: text === '' ? undefined : JSON.parse(text),
  }
}
