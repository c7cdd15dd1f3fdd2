/** Describes why an upload failed. */
export function failureOf(error: unknown, baseUrl: string): { code?: string; message: string } {
  if (!(error instanceof Error)) return { message: String(error) }
  if (error.name === 'NotReadableError') return { message: 'The file changed during the upload.' }
  // upload-client parses every response as JSON.
  if (error instanceof SyntaxError) {
    return {
      message: `${baseUrl} did not respond like the Upload API. Check --base-url, or try again later.`,
    }
  }
  const { code } = error as { code?: unknown }
  return { ...(typeof code === 'string' && { code }), message: error.message || error.name }
}
