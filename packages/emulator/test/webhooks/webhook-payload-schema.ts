import { contentInfo, dateTime, url, uuid } from '../openapi/schemas.js'

const nullableDateTime = { anyOf: [{ type: 'null' }, dateTime] }

/** The schema of a webhook's payload, from the OpenAPI description of the REST API. */
export const webhookPayloadSchema = {
  type: 'object',
  required: ['initiator', 'hook', 'data', 'file'],
  properties: {
    initiator: {
      type: 'object',
      required: ['type', 'detail'],
      properties: {
        type: { enum: ['api', 'system', 'addon'] },
        detail: {
          type: 'object',
          required: ['request_id', 'addon_name'],
          properties: { request_id: uuid, addon_name: { type: ['string', 'null'] } },
        },
      },
    },
    hook: {
      type: 'object',
      required: [
        ...['id', 'project_id', 'created_at', 'updated_at', 'event', 'target', 'is_active', 'version'],
      ],
      properties: {
        id: { type: 'integer', minimum: 1 },
        project_id: { type: 'integer', minimum: 1 },
        project_pub_key: { type: 'string' },
        created_at: dateTime,
        updated_at: dateTime,
        event: {
          enum: ['file.uploaded', 'file.infected', 'file.stored', 'file.deleted', 'file.info_updated'],
        },
        target: { ...url, maxLength: 255 },
        is_active: { type: 'boolean' },
        version: { const: '0.7' },
      },
    },
    data: {
      type: 'object',
      required: [
        ...['datetime_removed', 'datetime_stored', 'datetime_uploaded', 'is_image', 'is_ready', 'mime_type'],
        ...['original_file_url', 'original_filename', 'size', 'url', 'uuid', 'variations', 'content_info'],
        'metadata',
      ],
      properties: {
        datetime_removed: nullableDateTime,
        datetime_stored: nullableDateTime,
        datetime_uploaded: dateTime,
        is_image: { type: 'boolean' },
        is_ready: { type: 'boolean' },
        mime_type: { type: 'string' },
        original_file_url: { anyOf: [{ type: 'null' }, url] },
        original_filename: { type: 'string' },
        size: { type: 'integer' },
        url,
        uuid,
        appdata: { type: ['object', 'null'] },
        variations: { type: ['object', 'null'] },
        content_info: contentInfo,
        metadata: { type: ['object', 'null'] },
      },
    },
    file: url,
  },
}
