const LONGEST_CHARACTERS = 65_536

/** Reads the text of an answer as far as a token could reach. The rest ends with the request's signal. */
export async function readBody({ body }: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  const reader = body?.getReader()
  while (reader && text.length < LONGEST_CHARACTERS) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  return text
}
