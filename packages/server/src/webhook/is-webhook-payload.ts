import type { FileInfoUpdatedPayload, WebhookPayload } from './payload.js'

/** Returns whether a value has every required field of a file event, with the right type. */
export function isWebhookPayload(value: unknown): value is WebhookPayload {
  return hasFields(value, {
    initiator: optional(isInitiator),
    hook: isHook,
    data: isFile,
    file: isString,
  })
}

/** Returns whether a value is the payload of `file.info_updated`. */
export function isFileInfoUpdatedPayload(value: unknown): value is FileInfoUpdatedPayload {
  return isWebhookPayload(value) && hasFields(value, { previous_values: isPreviousValues })
}

/** The fields of a payload that a file with a receipt is completed by. */
export interface UploadNotice {
  hook: { event: string; project_pub_key?: string | null }
  data: { uuid: string; datetime_uploaded?: string | null; metadata?: Record<string, string> | null }
}

/** Returns whether a value has the fields that a file with a receipt is completed by, whatever its other fields are. */
export function isUploadNotice(value: unknown): value is UploadNotice {
  return hasFields(value, {
    hook: (hook) => hasFields(hook, { event: isString, project_pub_key: maybe(isString) }),
    data: (data) =>
      hasFields(data, { uuid: isString, datetime_uploaded: maybe(isString), metadata: maybe(isTexts) }),
  })
}

type Check = (value: unknown) => boolean

const isString: Check = (value) => typeof value === 'string'
const isNumber: Check = (value) => typeof value === 'number'
const isBoolean: Check = (value) => typeof value === 'boolean'
const isRecord: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts: Check = (value) => hasFields(value, {}) && Object.values(value).every(isString)

const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

const maybe = (check: Check): Check => optional(nullable(check))

const isInitiator: Check = (value) =>
  hasFields(value, {
    type: isString,
    detail: (detail) =>
      hasFields(detail, {
        request_id: maybe(isString),
        addon_name: maybe(isString),
        source_file_uuid: maybe(isString),
      }),
  })

const isHook: Check = (value) =>
  hasFields(value, {
    id: isNumber,
    event: isString,
    target: isString,
    project_pub_key: optional(isString),
    project_id: optional(isNumber),
    is_active: optional(isBoolean),
    version: optional(isString),
    created_at: optional(isString),
    updated_at: optional(isString),
  })

const isFile: Check = (value) =>
  hasFields(value, {
    uuid: isString,
    size: isNumber,
    original_filename: isString,
    mime_type: isString,
    is_image: nullable(isBoolean),
    is_ready: isBoolean,
    original_file_url: nullable(isString),
    url: isString,
    datetime_uploaded: nullable(isString),
    datetime_stored: nullable(isString),
    datetime_removed: nullable(isString),
    metadata: maybe(isTexts),
    appdata: maybe(isRecord),
    content_info: maybe(isRecord),
    variations: maybe(isRecord),
  })

const isPreviousValues: Check = (value) =>
  hasFields(value, { appdata: maybe(isRecord), metadata: maybe(isTexts) })

function hasFields(value: unknown, checks: Record<string, Check>): value is Record<string, unknown> {
  if (!isRecord(value)) return false
  const fields: Record<string, unknown> = { ...(value as object) }
  return Object.entries(checks).every(([name, check]) => check(fields[name]))
}
