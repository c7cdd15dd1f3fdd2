/** Schemas of responses, from the OpenAPI description of the Upload API. */
export const uuid = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }
export const url = { type: 'string', pattern: '^https?://' }
export const dateTime = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' }
const nullableInteger = { type: ['integer', 'null'] }

const imageInfo = {
  type: 'object',
  required: [
    'color_mode',
    'orientation',
    'format',
    'height',
    'width',
    'geo_location',
    'datetime_original',
    'dpi',
    'sequence',
  ],
  properties: {
    color_mode: {
      enum: ['RGB', 'RGBA', 'RGBa', 'RGBX', 'L', 'LA', 'La', 'P', 'PA', 'CMYK', 'YCbCr', 'HSV', 'LAB'],
    },
    orientation: { ...nullableInteger, minimum: 0, maximum: 8 },
    format: { type: 'string' },
    height: { type: 'integer' },
    width: { type: 'integer' },
    geo_location: { type: ['object', 'null'] },
    datetime_original: { type: ['string', 'null'] },
    dpi: { type: ['array', 'null'], minItems: 2, maxItems: 2 },
    sequence: { type: 'boolean' },
  },
}

export const contentInfo = {
  type: ['object', 'null'],
  properties: {
    mime: {
      type: 'object',
      required: ['mime', 'type', 'subtype'],
      properties: { mime: { type: 'string' }, type: { type: 'string' }, subtype: { type: 'string' } },
    },
    image: imageInfo,
  },
}

const fileInfo = {
  type: 'object',
  required: [
    ...[
      'uuid',
      'file_id',
      'size',
      'total',
      'done',
      'original_filename',
      'filename',
      'mime_type',
      'image_info',
    ],
    ...['video_info', 'content_info', 'metadata', 'is_image', 'is_stored', 'is_ready'],
  ],
  properties: {
    uuid,
    file_id: uuid,
    size: { type: 'integer' },
    total: { type: 'integer' },
    done: { type: 'integer' },
    original_filename: { type: 'string' },
    filename: { type: 'string', pattern: '^[A-Za-z0-9._]*$' },
    mime_type: { type: 'string' },
    image_info: { anyOf: [{ type: 'null' }, imageInfo] },
    video_info: { type: ['object', 'null'] },
    content_info: contentInfo,
    metadata: { type: ['object', 'null'] },
    is_image: { type: 'boolean' },
    is_stored: { type: 'boolean' },
    is_ready: { type: 'boolean' },
  },
}

const status = (name: string, properties: object = {}): object => ({
  type: 'object',
  required: ['status', ...Object.keys(properties)],
  properties: { status: { const: name }, ...properties },
})

const group = {
  type: 'object',
  required: ['id', 'datetime_created', 'datetime_stored', 'files_count', 'cdn_url', 'url', 'files'],
  properties: {
    id: { type: 'string', pattern: '^[0-9a-f-]{36}~\\d+$' },
    datetime_created: dateTime,
    datetime_stored: { anyOf: [{ type: 'null' }, dateTime] },
    files_count: { type: 'integer' },
    cdn_url: url,
    url,
    files: {
      type: 'array',
      items: {
        anyOf: [
          { type: 'null' },
          {
            allOf: [
              fileInfo,
              {
                type: 'object',
                required: ['default_effects'],
                properties: { default_effects: { type: 'string' } },
              },
            ],
          },
        ],
      },
    },
  },
}

const error = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['status_code', 'content', 'error_code'],
      properties: {
        status_code: { type: 'integer', minimum: 400, maximum: 499 },
        content: { type: 'string', minLength: 1 },
        error_code: { type: 'string', pattern: '^[A-Za-z]+Error$' },
      },
    },
  },
}

const answers: Readonly<Record<string, object>> = {
  '/base/': { type: 'object', minProperties: 1, additionalProperties: uuid },
  '/multipart/start/': {
    type: 'object',
    required: ['uuid', 'parts'],
    properties: { uuid, parts: { type: 'array', minItems: 1, items: url } },
  },
  '/multipart/complete/': fileInfo,
  '/from_url/': {
    anyOf: [
      { type: 'object', required: ['type', 'token'], properties: { type: { const: 'token' }, token: uuid } },
      {
        allOf: [
          fileInfo,
          { type: 'object', required: ['type'], properties: { type: { const: 'file_info' } } },
        ],
      },
    ],
  },
  '/from_url/status/': {
    anyOf: [
      status('unknown'),
      status('waiting'),
      status('progress', {
        done: { type: 'number' },
        total: { anyOf: [{ type: ['number', 'null'] }, { const: 'unknown' }] },
      }),
      status('error', { error: { type: 'string' }, error_code: { type: 'string' } }),
      { allOf: [status('success'), fileInfo] },
    ],
  },
  '/info/': fileInfo,
  '/group/': group,
  '/group/info/': group,
}

/** Returns the schema of responses of this path: the documented one, or an error. */
export function schemaOf(path: string): object | undefined {
  const answer = answers[path]
  return answer && { anyOf: [error, answer] }
}

/** The paths with a documented response. */
export const DESCRIBED_PATHS = Object.keys(answers)
