import { chunksOf } from './chunks-of.js'

/** Reads and drops what is left of a body, so that a client that is still sending gets to read the answer. */
export async function drain(request: Request): Promise<void> {
  if (request.bodyUsed) return
  try {
    const chunks = chunksOf(request.body)
    while ((await chunks.next()).done !== true);
  } catch {
    // The client went away: nobody is left to answer.
  }
}
