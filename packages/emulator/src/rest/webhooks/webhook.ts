import { restAnswer, type RestAnswer } from '../http/rest-answer.js'
import type { RestCall, RestEndpoint } from '../http/rest-endpoint.js'
import { notFound } from '../http/rest-error.js'
import { readWebhook } from './read-webhook.js'
import { restWebhook } from './rest-webhook.js'
import { withRestErrors } from './with-rest-errors.js'

/** One webhook of a project. */
export const webhook: RestEndpoint = {
  name: 'rest/webhooks',
  path: '/webhooks/:id/',
  methods: { PUT: updateWebhook },
}

function updateWebhook(call: RestCall): RestAnswer {
  const { emulation, project } = call
  const id = Number(call.param('id'))
  if (!project.webhooks.some((candidate) => candidate.id === id)) throw notFound()
  const changes = readWebhook(call.payload() ?? {})
  const updated = withRestErrors(() => emulation.projects.updateWebhook(project.publicKey, id, changes))
  if (!updated) throw notFound()
  return restAnswer(restWebhook(updated, call))
}
