/** The answer of an endpoint. An adapter passes it on unchanged. */
export interface EndpointAnswer {
  /** The HTTP status. */
  status: number
  headers: Record<string, string>
  /** The text of the body; `''` for none. */
  body: string
}

/** Creates a JSON answer with `Cache-Control: no-store`. */
export function answerJson(
  status: number,
  json: string,
  headers: Readonly<Record<string, string>> = {},
): EndpointAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
    body: json,
  }
}

/** Creates a 204 answer with `Cache-Control: no-store`. */
export function answerEmpty(headers: Readonly<Record<string, string>> = {}): EndpointAnswer {
  return { status: 204, headers: { ...headers, 'Cache-Control': 'no-store' }, body: '' }
}
