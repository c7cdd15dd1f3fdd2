/** Calls a listener, if there is one. What it throws must not be able to break an upload. */
export function notify<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
  try {
    listener?.(event)
  } catch {
    // A broken panel is not a broken upload.
  }
}
