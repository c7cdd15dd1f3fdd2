/** One request of the page and its answer, without any complete credential. */
export interface Exchange {
  /** Unique within one start of the worker. */
  id: number
  receiver: 'token endpoint' | 'Upload API' | 'file'
  method: string
  /** The path below the receiver. */
  path: string
  /** The lines that describe the request: its credential, masked, and what it carries. */
  sent: readonly string[]
  answer?: ExchangeAnswer
}

export interface ExchangeAnswer {
  /** The HTTP status, or the status in an error that the Upload API reports under 200. 0 is a lost connection. */
  status: number
  /** The lines that describe the answer. */
  lines: readonly string[]
  tookMs: number
}
