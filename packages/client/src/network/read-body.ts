const LONGEST_CHARACTERS = 65_536

/** Reads the text of an answer, up to 65,536 characters. The rest is canceled, because an unread body would keep the connection busy. */
export async function readBody(response: Response): Promise<string> {
  const reader = (response.body as Response['body'] | undefined)?.getReader()
  // React Native has no streams, and jsdom no TextDecoder.
  if (!reader || typeof TextDecoder === 'undefined') return response.text()
  let text = ''
  const decoder = new TextDecoder()
  while (text.length < LONGEST_CHARACTERS) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  void reader.cancel()
  return text
}
