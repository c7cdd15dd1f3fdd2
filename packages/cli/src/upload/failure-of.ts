/** Tells why an upload failed. */
export function failureOf(error: unknown): { code?: string; message: string } {
  if (!(error instanceof Error)) return { message: String(error) }
  if (error.name === 'NotReadableError') return { message: 'The file changed while it was uploaded.' }
  const { code } = error as { code?: unknown }
  return { ...(typeof code === 'string' && { code }), message: error.message || error.name }
}
