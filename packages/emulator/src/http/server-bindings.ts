/** What a server may give beside a request. */
export interface ServerBindings {
  /** Reads the raw body, faster than through `request.body`. */
  chunks?: () => AsyncIterable<Uint8Array>
  /** Is told to cut the connection after so many bytes of the answer's body; without it, the body's stream fails. */
  cutAnswer?: (afterBytes: number) => void
  /** Whether it listens on this machine alone. Then nothing that names another host may turn the emulator's switches. */
  isLoopback?: boolean
}
