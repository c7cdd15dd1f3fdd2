/** Waits for some **milliseconds** of real time; rejects, and leaves no timer behind, when it is aborted. */
export async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  if (durationMs === 0) return
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, durationMs)
    function stop(): void {
      clearTimeout(timer)
      reject(new DOMException('The pause was aborted', 'AbortError'))
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
