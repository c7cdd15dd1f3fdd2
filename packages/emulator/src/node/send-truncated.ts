import type { ServerResponse } from 'node:http'

/** Sends the beginning of an answer, whose headers promise the whole body, and cuts the connection. */
export async function sendTruncated(
  outgoing: ServerResponse,
  response: Response,
  afterBytes: number,
): Promise<void> {
  const whole = new Uint8Array(await response.arrayBuffer())
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'content-length': whole.byteLength,
  })
  outgoing.flushHeaders()
  outgoing.write(whole.subarray(0, afterBytes))
  // Ends the connection, but not before all that was written is on its way.
  outgoing.socket?.destroySoon()
}
