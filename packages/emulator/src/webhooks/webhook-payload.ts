import { dateTime } from '../store/date-time.js'
import { contentType, fileInfo } from '../store/file-info.js'
import type { StoredFile } from '../store/stored-file.js'
import type { Webhook, WebhookEventName } from './webhook.js'

/** An event of a file. */
export interface FileEvent {
  event: WebhookEventName
  file: StoredFile
  /** The origin that the client used to reach the emulator. Files are served from it. */
  origin: string
  happenedAtMs: number
  requestId: string
}

/** A webhook with the ids of its payload. */
export interface SentWebhook extends Webhook {
  /** The position among the webhooks of the project, from 1. */
  id: number
  /** The position of the project, from 1. */
  projectId: number
  createdAtMs: number
}

/** Creates the payload of an event, version 0.7. `data` has the keys of the REST API's file info. */
export function webhookPayload(
  { event, file, origin, happenedAtMs, requestId }: FileEvent,
  webhook: SentWebhook,
): Record<string, unknown> {
  const { uuid, original_filename, size, is_image, is_ready, content_info, metadata } = fileInfo(file)
  const url = `${origin}/${file.uuid}/${encodeURIComponent(file.originalFilename)}`
  const isDeleted = event === 'file.deleted'
  return {
    initiator: { type: 'api', detail: { request_id: requestId, addon_name: null } },
    hook: {
      id: webhook.id,
      project_id: webhook.projectId,
      project_pub_key: file.publicKey,
      created_at: dateTime(webhook.createdAtMs),
      updated_at: dateTime(webhook.createdAtMs),
      event,
      target: webhook.targetUrl,
      is_active: webhook.isActive,
      version: '0.7',
    },
    data: {
      uuid,
      is_image,
      is_ready,
      size,
      original_filename,
      content_info,
      metadata,
      mime_type: contentType(file),
      appdata: null,
      variations: null,
      original_file_url: isDeleted ? null : url,
      url: `https://api.uploadcare.com/files/${file.uuid}/`,
      datetime_uploaded: dateTime(file.uploadedAtMs),
      datetime_stored: file.isStored ? dateTime(file.uploadedAtMs) : null,
      datetime_removed: isDeleted ? dateTime(happenedAtMs) : null,
    },
    file: url,
  }
}
