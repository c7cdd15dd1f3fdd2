/** The longest pause, in **milliseconds**: a timer that is set to more fires at once. */
export const LONGEST_PAUSE_MS = 2 ** 31 - 1

/** Tells whether something is a time in **milliseconds** that one can pause for. */
export function isPauseMs(durationMs: unknown): durationMs is number {
  return typeof durationMs === 'number' && durationMs >= 0 && durationMs <= LONGEST_PAUSE_MS
}

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
