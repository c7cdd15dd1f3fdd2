import { identifyProject } from '../credentials/identify-project.js'
import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { readQuery } from '../http/read-query.js'
import { apiError } from '../errors/upload-api-error.js'
import { groupInfo as describeGroup } from '../store/group-info.js'

/** Returns the info of a group. */
export const groupInfo: Endpoint = {
  name: 'group/info',
  methods: ['GET'],
  allowMethods: 'GET, HEAD, OPTIONS',
  path: '/group/info/',
  async answer(exchange) {
    const { store, readiness } = exchange.emulation
    const query = readQuery(exchange.url)
    const { publicKey } = identifyProject(exchange, query, 'pub_key')
    const groupId = query.get('group_id')
    if (groupId === undefined) throw apiError('GroupIdRequiredError')
    const group = store.groups.get(groupId)
    if (group?.publicKey !== publicKey) throw apiError('GroupNotFoundError')
    exchange.entry.id = groupId
    return Promise.resolve(jsonResponse(describeGroup(group, store.files, readiness, exchange.baseUrl)))
  },
}
