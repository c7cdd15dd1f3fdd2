import { identifyProject } from '../credentials/identify-project.js'
import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { readQuery } from '../http/read-query.js'
import { apiError } from '../errors/upload-api-error.js'
import { fileInfo } from '../store/file-info.js'
import { isUuid } from '../uuid.js'

/** Returns the info of a file. */
export const info: Endpoint = {
  name: 'info',
  methods: ['GET'],
  allowMethods: 'GET, HEAD, OPTIONS',
  path: '/info/',
  async answer(exchange) {
    const query = readQuery(exchange.url)
    const { publicKey } = identifyProject(exchange, query, 'pub_key')
    const fileId = query.get('file_id')
    if (fileId === undefined) throw apiError('FileIdRequiredError')
    if (!isUuid(fileId)) throw apiError('FileIdInvalidError')
    exchange.entry.id = fileId
    const { store, readiness } = exchange.emulation
    const file = store.files.get(fileId)
    if (file?.publicKey !== publicKey) throw apiError('FileNotFoundError')
    const info = fileInfo(file, readiness.isReady(file))
    readiness.countPoll(file)
    return Promise.resolve(jsonResponse(info))
  },
}
