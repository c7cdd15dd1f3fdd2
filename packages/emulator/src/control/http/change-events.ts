import type { Changes } from '../state/changes.js'

/** Creates a stream of server-sent events, one for each change. The page reloads its content for each. */
export function changeEvents({ onChange }: Changes): Response {
  const encoder = new TextEncoder()
  let stop: (() => void) | undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(': listening\n\n'))
      stop = onChange(() => {
        controller.enqueue(encoder.encode('event: change\ndata: \n\n'))
      })
    },
    cancel() {
      stop?.()
    },
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
  })
}
