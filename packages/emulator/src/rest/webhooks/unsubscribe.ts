import { NO_CONTENT, type RestAnswer } from '../http/rest-answer.js'
import type { RestCall, RestEndpoint } from '../http/rest-endpoint.js'
import { readTargetUrl } from './read-webhook.js'

/** Deletes the webhooks of a project by their URL. */
export const unsubscribe: RestEndpoint = {
  name: 'rest/webhooks',
  path: '/webhooks/unsubscribe/',
  methods: { DELETE: unsubscribeUrl },
}

function unsubscribeUrl(call: RestCall): RestAnswer {
  const { emulation, project } = call
  const targetUrl = readTargetUrl(call.payload())
  for (const webhook of project.webhooks.filter((candidate) => candidate.targetUrl === targetUrl)) {
    emulation.projects.removeWebhook(project.publicKey, webhook.id)
  }
  return NO_CONTENT
}
