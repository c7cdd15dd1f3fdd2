import type { Emulator } from '../src/index.js'

/** Posts form-data to an endpoint, like curl -F. */
export async function postForm(
  emulator: Emulator,
  path: string,
  fields: Readonly<Record<string, string | Blob>>,
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return emulator.fetch(new Request(`https://upload.uploadcare.com${path}`, { method: 'POST', body }))
}
