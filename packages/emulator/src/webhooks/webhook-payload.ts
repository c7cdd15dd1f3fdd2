import { dateTime } from '../store/date-time.js'
import { contentType, fileInfo } from '../store/file-info.js'
import type { StoredFile } from '../store/stored-file.js'
import type { Webhook, WebhookEventName } from './webhook.js'

/** What happened, and where. */
export interface Occasion {
  event: WebhookEventName
  file: StoredFile
  /** Where the emulator was asked: files are served from there. */
  origin: string
  happenedAtMs: number
  requestId: string
}

/** The webhook that is sent, as Uploadcare names it. */
export interface SentWebhook extends Webhook {
  /** Its place among the webhooks of its project, from 1. */
  id: number
  /** The place of the project, from 1. */
  projectId: number
  createdAtMs: number
}

/** Describes an event as Uploadcare does, version 0.7. The keys of `data` are those of the REST API. */
export function webhookPayload(
  { event, file, origin, happenedAtMs, requestId }: Occasion,
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
