const TEXTS = new WeakMap<Response, string>()

/** Creates a response whose text a server can send without reading its stream. */
export function textResponse(text: string, headers: HeadersInit, status = 200): Response {
  const response = new Response(text, { status, headers })
  TEXTS.set(response, text)
  return response
}

/** Returns the text of a response of {@link textResponse}; `undefined` for other responses. */
export function knownText(response: Response): string | undefined {
  return TEXTS.get(response)
}
