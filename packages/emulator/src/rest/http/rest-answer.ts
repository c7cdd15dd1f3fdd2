/** A response of the REST API, before it is serialized. */
export interface RestAnswer {
  readonly status: number
  /** Serialized as JSON; `undefined` for no body. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Creates a response with this status and JSON body. */
export function restAnswer(body: unknown, status = 200): RestAnswer {
  return { status, body }
}

/** The response of a request that leaves nothing to return. */
export const NO_CONTENT: RestAnswer = { status: 204 }
