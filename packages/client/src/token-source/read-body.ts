const LONGEST_CHARACTERS = 65_536

/** Reads the text of an answer as far as a token could reach: 64 Ki characters, and one part more. */
export async function readBody(response: Response): Promise<string> {
  let text = ''
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  while (reader && text.length <= LONGEST_CHARACTERS) {
    const { done, value } = await reader.read()
    if (done) return text
    text += decoder.decode(value, { stream: true })
  }
  await reader?.cancel()
  return text
}
