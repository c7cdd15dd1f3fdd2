/** The response to one request for a source. Redirects are returned, not followed. */
export interface SourceResponse {
  status: number
  headers: Headers
  body: AsyncIterable<Uint8Array>
}

/** The network access of `/from_url/`. The emulator checks addresses before it connects. */
export interface SourceNetwork {
  /**
   * Resolves the addresses of a host.
   *
   * @returns an empty list where names cannot be resolved, as in a browser.
   * @throws when the host does not exist.
   */
  resolve(hostname: string): Promise<readonly string[]>
  /**
   * Sends one request without following redirects. Connects to `address` if it is given, so that a second look-up of the
   * name cannot lead elsewhere. The signal aborts the request, and also the body of its response.
   */
  request(url: URL, address: string | undefined, signal: AbortSignal): Promise<SourceResponse>
}
