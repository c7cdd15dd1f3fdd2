/** One answer to one request for a source; a redirect is an answer like any other. */
export interface SourceResponse {
  status: number
  headers: Headers
  body: AsyncIterable<Uint8Array>
}

/** How the emulator reaches the sources of `/from_url/`. What may be reached is decided elsewhere. */
export interface SourceNetwork {
  /**
   * Finds the addresses of a host. None, where names cannot be resolved: in a browser or a worker.
   *
   * @throws when there is no such host.
   */
  resolve(hostname: string): Promise<readonly string[]>
  /**
   * Sends one request and follows no redirect; to this address where one is given, whatever the name says by now.
   * The signal gives it up, also when it was answered and its body is not wanted.
   */
  request(url: URL, address: string | undefined, signal: AbortSignal): Promise<SourceResponse>
}
