/** Calls an event listener, if there is one. Listener errors must not fail an upload. */
export function callListener<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
  try {
    listener?.(event)
  } catch {
    // The listener belongs to the app.
  }
}
