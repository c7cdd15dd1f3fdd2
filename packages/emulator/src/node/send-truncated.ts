import type { ServerResponse } from 'node:http'

/** Sends the headers of a response and the beginning of its body, then cuts the connection. */
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
  // Closes the connection after the written bytes are flushed.
  outgoing.socket?.destroySoon()
}
