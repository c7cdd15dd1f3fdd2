import type { Endpoint } from '../http/exchange.js'
import { apiError } from '../errors/upload-api-error.js'
import { GROUP_ID } from '../store/file-group.js'
import { authorizeDelivery } from './authorize-delivery.js'

/** Serves the list of a group's files, at its `cdn_url`. */
export const cdnGroup: Endpoint = {
  name: 'cdn',
  methods: ['GET'],
  allowMethods: 'GET, HEAD, OPTIONS',
  path: `/:group{${GROUP_ID}}/`,
  async answer(exchange) {
    const { emulation, params, entry } = exchange
    const groupId = params['group'] ?? ''
    entry.id = groupId
    const group = emulation.store.groups.get(groupId)
    if (!group) throw apiError('FileNotFoundError')
    const refusal = authorizeDelivery(exchange, group.publicKey)
    if (refusal) return Promise.resolve(refusal)
    const items = group.files.map(({ uuid }, index) => `<li><a href="nth/${index}/">${uuid}</a></li>`)
    const page = `<!doctype html>\n<title>${groupId}</title>\n<ol start="0">\n${items.join('\n')}\n</ol>\n`
    return Promise.resolve(new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }))
  },
}
