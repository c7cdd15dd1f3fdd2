/**
 * The payload that Uploadcare sends about one file, with Uploadcare's own names.
 *
 * @see https://uploadcare.com/docs/webhooks/
 */
export interface WebhookPayload {
  /** What caused the event. Absent in webhooks of older versions. */
  initiator?: WebhookInitiator
  /** The webhook itself. */
  hook: WebhookInfo
  /** The file at the time of the event. */
  data: WebhookFile
  /** The URL of the file on the CDN. */
  file: string
}

/** The payload of `file.info_updated`. */
export interface FileInfoUpdatedPayload extends WebhookPayload {
  /** The previous values of the properties that changed. */
  previous_values: { appdata?: Record<string, unknown> | null; metadata?: Record<string, string> | null }
}

export interface WebhookInitiator {
  /** `api`, `system` or `addon`. */
  type: string
  detail: { request_id?: string | null; addon_name?: string | null; source_file_uuid?: string | null }
}

export interface WebhookInfo {
  id: number
  event: string
  target: string
  project_pub_key?: string
  project_id?: number
  is_active?: boolean
  version?: string
  created_at?: string
  updated_at?: string
}

export interface WebhookFile {
  uuid: string
  /** In **bytes**. */
  size: number
  original_filename: string
  mime_type: string
  /** `null` while Uploadcare has not examined the file. */
  is_image: boolean | null
  is_ready: boolean
  /** The URL of the file; null after it was deleted. */
  original_file_url: string | null
  /** The URL of the file in the REST API. */
  url: string
  /** Times are ISO 8601, in UTC. */
  datetime_uploaded: string | null
  datetime_stored: string | null
  datetime_removed: string | null
  metadata?: Record<string, string> | null
  appdata?: Record<string, unknown> | null
  content_info?: Record<string, unknown> | null
  variations?: Record<string, unknown> | null
}
