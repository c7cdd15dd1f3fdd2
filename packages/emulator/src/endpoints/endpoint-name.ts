/** The endpoints of the Upload API, `part` for the PUT of a multipart upload's part, `cdn` for files served back. */
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

/** The requests that need a credential while secure uploading is on. */
export const SIGNED_ENDPOINTS: readonly EndpointName[] = ['base', 'multipart/start', 'from_url', 'group']
