/** Reads and drops what is left of a body, so that a client that is still sending gets to read the answer. */
export async function drain(request: Request): Promise<void> {
  if (!request.body || request.bodyUsed) return
  try {
    const reader = request.body.getReader()
    while (!(await reader.read()).done);
  } catch {
    // The client went away: nobody is left to answer.
  }
}
