/** The endpoints of the Upload API, `part` for the PUT of a multipart upload's part, `cdn` for files served back. */
export type EndpointName =
  | 'base'
  | 'multipart/start'
  | 'part'
  | 'multipart/complete'
  | 'from_url'
  | 'from_url/status'
  | 'info'
  | 'group'
  | 'group/info'
  | 'cdn'

/** The requests that need a credential while secure uploading is on. */
export const SIGNED_ENDPOINTS: readonly EndpointName[] = ['base', 'multipart/start', 'from_url', 'group']
