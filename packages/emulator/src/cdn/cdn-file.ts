import type { Endpoint } from '../http/exchange.js'
import { apiError } from '../errors/upload-api-error.js'
import { UUID } from '../uuid.js'
import { fileResponse } from './file-response.js'

/** Serves a file. Image operations and a file name after the UUID are ignored: the original is returned. */
export const cdnFile: Endpoint = {
  name: 'cdn',
  methods: ['GET'],
  allowMethods: 'GET, HEAD, OPTIONS',
  path: `/:uuid{${UUID}}/*`,
  async answer({ emulation, params, entry, request }) {
    const uuid = params['uuid'] ?? ''
    entry.id = uuid
    const file = emulation.store.files.get(uuid)
    if (!file) throw apiError('FileNotFoundError')
    return Promise.resolve(fileResponse(file, request))
  },
}
