import { dateTime, nullableDateTime } from '../store/date-time.js'
import { fileInfo } from '../store/file-info.js'
import type { StoredFile } from '../store/stored-file.js'
import { apiUrl, fileUrl } from '../urls.js'
import type { RegisteredWebhook, WebhookEventName } from './webhook.js'

/** An event of a file. */
export interface FileEvent {
  event: WebhookEventName
  file: StoredFile
  /** The URL at which clients reach the emulator. Files are served below it. */
  baseUrl: string
  /** The file before an update of its info. */
  previous?: StoredFile | undefined
  isReady: boolean
  requestId: string
}

/** Creates the payload of an event, version 0.7. `data` has the keys of the REST API's file info. */
export function webhookPayload(
  { event, file, baseUrl, previous, isReady, requestId }: FileEvent,
  webhook: RegisteredWebhook,
  projectId: number,
): Record<string, unknown> {
  const { uuid, original_filename, size, is_image, is_ready, content_info, metadata, mime_type } = fileInfo(
    file,
    isReady,
  )
  const url = fileUrl(baseUrl, file)
  return {
    initiator: { type: 'api', detail: { request_id: requestId, addon_name: null } },
    hook: {
      id: webhook.id,
      project_id: projectId,
      project_pub_key: file.publicKey,
      created_at: dateTime(webhook.createdAtMs),
      updated_at: dateTime(webhook.updatedAtMs),
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
      mime_type,
      appdata: null,
      variations: null,
      original_file_url: file.removedAtMs === null ? url : null,
      url: apiUrl(baseUrl, `files/${file.uuid}/`),
      datetime_uploaded: dateTime(file.uploadedAtMs),
      datetime_stored: nullableDateTime(file.storedAtMs),
      datetime_removed: nullableDateTime(file.removedAtMs),
    },
    file: url,
    ...(previous && { previous_values: { metadata: previous.metadata } }),
  }
}
