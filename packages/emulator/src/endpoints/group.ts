import { authorize } from '../credentials/authorize.js'
import { identifyProject } from '../credentials/identify-project.js'
import type { Endpoint } from '../http/exchange.js'
import { jsonpResponse } from '../http/jsonp-response.js'
import { readForm } from '../http/read-form.js'
import { apiError } from '../errors/upload-api-error.js'
import { groupInfo } from '../store/group-info.js'
import { readGroupFiles } from './read-group-files.js'

/** Makes a group of files that are uploaded. */
export const group: Endpoint = {
  name: 'group',
  method: 'POST',
  path: '/group/',
  async answer(exchange) {
    const { clock, store, randomUuid } = exchange.emulation
    const form = await readForm(exchange.request, exchange.body)
    const project = identifyProject(exchange, form, 'pub_key')
    await authorize(exchange, project, form)
    const files = readGroupFiles(form)
    if (files.some(({ uuid }) => store.files.get(uuid)?.publicKey !== project.publicKey)) {
      throw apiError('GroupFilesNotFoundError')
    }
    const id = `${randomUuid()}~${files.length}`
    const created = { id, publicKey: project.publicKey, createdAtMs: clock.nowMs(), files }
    store.groups.set(id, created)
    exchange.entry.id = id
    return jsonpResponse(groupInfo(created, store, exchange.url.origin), form.get('callback'))
  },
}
