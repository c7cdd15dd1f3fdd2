import type { Endpoint } from '../http/exchange.js'
import { apiError } from '../errors/upload-api-error.js'
import { UUID } from '../uuid.js'
import { authorizeDelivery } from './authorize-delivery.js'
import { fileResponse } from './file-response.js'

/** Serves a file. Image operations and a file name after the UUID are ignored: the original is returned. */
export const cdnFile: Endpoint = {
  name: 'cdn',
  methods: ['GET'],
  allowMethods: 'GET, HEAD, OPTIONS',
  path: `/:uuid{${UUID}}/*`,
  async answer(exchange) {
    const { emulation, params, entry, request } = exchange
    const uuid = params['uuid'] ?? ''
    entry.id = uuid
    const file = emulation.store.files.get(uuid)
    if (!file) throw apiError('FileNotFoundError')
    const refusal = authorizeDelivery(exchange, file.publicKey)
    return Promise.resolve(refusal ?? fileResponse(file, request))
  },
}
