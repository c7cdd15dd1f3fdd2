import { dateTime } from '../../store/date-time.js'
import type { RegisteredWebhook } from '../../webhooks/webhook.js'
import type { RestCall } from '../http/rest-endpoint.js'

/** Creates the JSON of a webhook. */
export function restWebhook(
  webhook: RegisteredWebhook,
  { emulation, project, version }: Pick<RestCall, 'emulation' | 'project' | 'version'>,
): Record<string, unknown> {
  return {
    id: webhook.id,
    created: dateTime(webhook.createdAtMs),
    updated: dateTime(webhook.updatedAtMs),
    event: webhook.event,
    target_url: webhook.targetUrl,
    project: emulation.projects.idOf(project.publicKey),
    is_active: webhook.isActive,
    ...(version === '0.7' && { signing_secret: webhook.signingSecret ?? '', version: '0.7' }),
  }
}
