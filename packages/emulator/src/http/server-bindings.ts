/** What a server provides in addition to a request. */
export interface ServerBindings {
  /** Reads the raw body faster than `request.body`. */
  chunks?: () => AsyncIterable<Uint8Array>
  /** Cuts the connection after this many bytes of the response body. Without it, the stream of the body fails. */
  cutAnswer?: (afterBytes: number) => void
  /** Whether the server is reachable from this machine only. If so, control requests with another host name are refused. */
  isLoopback?: boolean
  /** Whether requests have the headers that the client sent. If so, a part without `Content-Length` is refused, as by S3. */
  hasWireHeaders?: boolean
  /** The URL at which the client reaches the emulator, if it is not the origin of the request. Without a trailing slash. */
  baseUrl?: string
}
