/** What the endpoint answered to one request. */
export interface Answer {
  status: number
  headers: Headers
  /** The beginning of the body: 64 Ki characters at most. */
  text: string
  /** The body as JSON; `undefined` when it is none. */
  json: unknown
  /** Unix **milliseconds** by this machine's clock. */
  sentAtMs: number
  receivedAtMs: number
}

const LONGEST_CHARACTERS = 65_536

/** Reads an answer as far as it can matter. */
export async function readAnswer(response: Response, sentAtMs: number, nowMs: () => number): Promise<Answer> {
  const { status, headers } = response
  const receivedAtMs = nowMs()
  const text = await readText(response)
  return { status, headers, text, json: parse(text), sentAtMs, receivedAtMs }
}

async function readText({ body }: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  // Leaving the loop cancels the rest.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length >= LONGEST_CHARACTERS) break
  }
  return text.slice(0, LONGEST_CHARACTERS)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
