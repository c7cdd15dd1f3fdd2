/** What an upload depends on, as the user configured it. */
export interface UploadSetup {
  baseUrl: string
  /** Where the keys of locally signed tokens come from; `undefined` if an endpoint issues the tokens. */
  signing?: { secretKey: string; secretSource: string; publicKeySource: string } | undefined
  /** Whether the Upload API is reached through a proxy, from `describeRoute`. */
  uploadRoute: string
  /** Whether the token endpoint is reached through a proxy. */
  endpointRoute: string
}
