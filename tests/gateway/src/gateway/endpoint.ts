/** The endpoints that a rule can name. `token` is the token endpoint of the app, `part` a PUT to a part URL. */
export type Endpoint =
  | 'base'
  | 'multipart/start'
  | 'part'
  | 'multipart/complete'
  | 'info'
  | 'group'
  | 'group/info'
  | 'from_url'
  | 'from_url/status'
  | 'token'
  | 'other'

const BY_PATH = new Map<string, Endpoint>([
  ['/base/', 'base'],
  ['/multipart/start/', 'multipart/start'],
  ['/multipart/complete/', 'multipart/complete'],
  ['/info/', 'info'],
  ['/group/', 'group'],
  ['/group/info/', 'group/info'],
  ['/from_url/', 'from_url'],
  ['/from_url/status/', 'from_url/status'],
  ['/api/upload-token', 'token'],
])

/** Returns the endpoint of a request path, without its query. */
export function endpointOf(path: string): Endpoint {
  return path.startsWith('/_parts/') ? 'part' : (BY_PATH.get(path) ?? 'other')
}
