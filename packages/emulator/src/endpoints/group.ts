import { authorize } from '../credentials/authorize.js'
import { identifyProject } from '../credentials/identify-project.js'
import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { apiError } from '../errors/upload-api-error.js'
import { groupInfo } from '../store/group-info.js'
import { readGroupFiles } from './read-group-files.js'
import { readParameters } from './read-parameters.js'

/** Creates a group of uploaded files. `GET` is for JSONP. */
export const group: Endpoint = {
  name: 'group',
  methods: ['GET', 'POST'],
  allowMethods: 'GET, POST, HEAD, OPTIONS',
  path: '/group/',
  async answer(exchange) {
    const { clock, store, readiness, randomUuid } = exchange.emulation
    const form = await readParameters(exchange)
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
    return jsonpResponse(groupInfo(created, store.files, readiness, exchange.baseUrl), form.get('callback'))
  },
}

/** Responds with JSON, or with a call of the requested function. Invalid function names are ignored. */
function jsonpResponse(body: unknown, callback: string | undefined): Response {
  if (callback === undefined || !/^[\w$.[\]]{1,128}$/.test(callback)) return jsonResponse(body)
  return new Response(`${callback}(${JSON.stringify(body)})`, {
    headers: { 'Content-Type': 'application/javascript; charset=utf-8' },
  })
}
