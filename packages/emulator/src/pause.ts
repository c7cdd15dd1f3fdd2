/** The longest pause in **milliseconds**: a longer timer would fire immediately. */
export const MAX_PAUSE_MS = 2 ** 31 - 1

/** Checks for a duration in **milliseconds** that a timer supports. */
export function isPauseMs(durationMs: unknown): durationMs is number {
  return typeof durationMs === 'number' && durationMs >= 0 && durationMs <= MAX_PAUSE_MS
}

/** Waits for a number of **milliseconds** of real time. Rejects and clears its timer when aborted. */
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
