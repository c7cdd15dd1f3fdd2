/**
 * The endpoints. `part` is the PUT of a multipart part, `cdn` serves uploaded files, `derivative/` creates AI images, and
 * `rest/` is the REST API.
 */
export const ENDPOINT_NAMES = [
  'base',
  'multipart/start',
  'part',
  'multipart/complete',
  'from_url',
  'from_url/status',
  'info',
  'group',
  'group/info',
  'cdn',
  'derivative/image/generate',
  'derivative/image/edit',
  'derivative/status',
  'rest/files',
  'rest/files/storage',
  'rest/file',
  'rest/file/storage',
  'rest/file/metadata',
  'rest/groups',
  'rest/group',
  'rest/webhooks',
  'rest/project',
] as const

export type EndpointName = (typeof ENDPOINT_NAMES)[number]

/** What a fault applies to: an endpoint, or with `'rest'` the whole REST API. */
export const ENDPOINT_TARGETS = [...ENDPOINT_NAMES, 'rest'] as const

export type EndpointTarget = (typeof ENDPOINT_TARGETS)[number]

/** The endpoints that require a credential, depending on the settings of the project. */
export const SIGNED_ENDPOINTS: readonly EndpointName[] = [
  'base',
  'multipart/start',
  'from_url',
  'group',
  'derivative/image/generate',
  'derivative/image/edit',
  'derivative/status',
]
