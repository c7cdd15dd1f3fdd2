/** Truncates a response: the headers announce the whole body, the stream fails after some bytes. */
export async function truncated(response: Response, afterBytes: number): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.set('Content-Length', String(whole.byteLength))
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) {
        controller.error(new TypeError('terminated: a fault of the emulator truncated the response'))
        return
      }
      isSent = true
      controller.enqueue(whole.subarray(0, afterBytes))
    },
  })
  return new Response(body, { status: response.status, headers })
}
