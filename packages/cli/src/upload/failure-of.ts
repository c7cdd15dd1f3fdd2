/** Tells why an upload to an address failed. */
export function failureOf(error: unknown, baseUrl: string): { code?: string; message: string } {
  if (!(error instanceof Error)) return { message: String(error) }
  if (error.name === 'NotReadableError') return { message: 'The file changed while it was uploaded.' }
  // upload-client reads any answer as JSON, whatever its status.
  if (error instanceof SyntaxError) {
    return {
      message: `${baseUrl} does not answer as the Upload API does. Check --base-url, or try again later.`,
    }
  }
  const { code } = error as { code?: unknown }
  return { ...(typeof code === 'string' && { code }), message: error.message || error.name }
}
