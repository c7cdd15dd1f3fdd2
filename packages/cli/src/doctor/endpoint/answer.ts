/** The endpoint's response to one request. */
export interface Answer {
  /** The URL that responded: another one than requested after a redirect. */
  url: URL
  status: number
  headers: Headers
  /** The first 64 Ki characters of the body. */
  text: string
  /** The body as JSON, or `undefined` if it is not JSON. */
  json: unknown
  /** Unix **milliseconds** by this machine's clock. */
  sentAtMs: number
  receivedAtMs: number
}

const MAX_CHARACTERS = 65_536

/** Reads a response, with a limit for its body. */
export async function readAnswer(
  url: URL,
  response: Response,
  sentAtMs: number,
  nowMs: () => number,
): Promise<Answer> {
  const { status, headers } = response
  const receivedAtMs = nowMs()
  const text = await readText(response)
  return { url, status, headers, text, json: parse(text), sentAtMs, receivedAtMs }
}

async function readText({ body }: Response): Promise<string> {
  const reader = body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (reader !== undefined && text.length < MAX_CHARACTERS) {
    const { done, value } = await reader.read()
    if (done) return text
    text += decoder.decode(value, { stream: true })
  }
  await reader?.cancel()
  return text.slice(0, MAX_CHARACTERS)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
