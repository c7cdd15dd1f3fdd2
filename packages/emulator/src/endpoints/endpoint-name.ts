/** The endpoints of the Upload API; `part` is the PUT of a multipart part, `cdn` serves uploaded files. */
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
] as const

export type EndpointName = (typeof ENDPOINT_NAMES)[number]

/** The endpoints that require a credential while secure uploading is on. */
export const SIGNED_ENDPOINTS: readonly EndpointName[] = ['base', 'multipart/start', 'from_url', 'group']
