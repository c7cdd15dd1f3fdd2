/** Cuts an answer off: its headers promise the whole body, its connection breaks after some bytes. */
export async function truncated(response: Response, afterBytes: number): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.set('Content-Length', String(whole.byteLength))
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) {
        controller.error(
          new TypeError('terminated: the emulator truncated the answer, as a fault told it to'),
        )
        return
      }
      isSent = true
      controller.enqueue(whole.subarray(0, afterBytes))
    },
  })
  return new Response(body, { status: response.status, headers })
}
