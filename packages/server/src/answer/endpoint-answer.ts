/** What the endpoint answers, for an adapter to pass on as it is. */
export interface EndpointAnswer {
  /** The HTTP status. */
  status: number
  headers: Record<string, string>
  /** The text to send, or `''` for an answer without a body. */
  body: string
}
