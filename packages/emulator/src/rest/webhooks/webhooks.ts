import { restAnswer, type RestAnswer } from '../http/rest-answer.js'
import type { RestCall, RestEndpoint } from '../http/rest-endpoint.js'
import { RestError } from '../http/rest-error.js'
import { withRestErrors } from './with-rest-errors.js'
import { readTargetUrl, readWebhook } from './read-webhook.js'
import { restWebhook } from './rest-webhook.js'

/** The webhooks of a project. */
export const webhooks: RestEndpoint = {
  name: 'rest/webhooks',
  path: '/webhooks/',
  methods: { GET: listWebhooks, POST: addWebhook },
}

function listWebhooks(call: RestCall): RestAnswer {
  return restAnswer(call.project.webhooks.map((webhook) => restWebhook(webhook, call)))
}

function addWebhook(call: RestCall): RestAnswer {
  const payload = call.payload()
  const options = { ...readWebhook(payload ?? {}), targetUrl: readTargetUrl(payload) }
  if (options.event === undefined) throw new RestError(400, '`event` is missing.')
  const added = withRestErrors(() => call.emulation.projects.addWebhook(call.project.publicKey, options))
  return restAnswer(restWebhook(added, call), 201)
}
