import type { Endpoint } from '../http/exchange.js'
import { streamOf } from '../http/stream-of.js'
import { apiError } from '../http/upload-api-error.js'
import { contentType } from '../store/file-info.js'

/** Serves a file back. Operations and a name after the UUID change nothing: the original comes. */
export const cdnFile: Endpoint = {
  name: 'cdn',
  method: 'GET',
  path: '/:uuid{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/*',
  async answer({ emulation, params, entry }) {
    const uuid = params['uuid'] ?? ''
    entry.id = uuid
    const file = emulation.store.files.get(uuid)
    if (!file) throw apiError('FileNotFoundError')
    const headers = {
      'Content-Type': contentType(file),
      'Content-Length': String(file.bytes.sizeBytes),
      // A page of the same origin must not run what somebody uploaded.
      'X-Content-Type-Options': 'nosniff',
    }
    return Promise.resolve(new Response(streamOf(file.bytes.read()), { headers }))
  },
}
