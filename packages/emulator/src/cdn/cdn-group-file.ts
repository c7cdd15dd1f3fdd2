import type { Endpoint } from '../http/exchange.js'
import { apiError } from '../errors/upload-api-error.js'
import { GROUP_ID } from '../store/file-group.js'
import { authorizeDelivery } from './authorize-delivery.js'
import { fileResponse } from './file-response.js'

/** Serves a file of a group by its index, counted from 0. */
export const cdnGroupFile: Endpoint = {
  name: 'cdn',
  methods: ['GET'],
  allowMethods: 'GET, HEAD, OPTIONS',
  path: `/:group{${GROUP_ID}}/nth/:index{\\d+}/*`,
  async answer(exchange) {
    const { emulation, params, entry, request } = exchange
    const { groups, files } = emulation.store
    const groupId = params['group'] ?? ''
    entry.id = groupId
    const member = groups.get(groupId)?.files[Number(params['index'])]
    const file = files.get(member?.uuid ?? '')
    if (!file) throw apiError('FileNotFoundError')
    const refusal = authorizeDelivery(exchange, file.publicKey)
    return Promise.resolve(refusal ?? fileResponse(file, request))
  },
}
