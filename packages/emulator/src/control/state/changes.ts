/** Notifies listeners of changes: a finished request, or a changed setting. */
export interface Changes {
  notify: () => void
  /**
   * Calls a listener after each change.
   *
   * @returns a function that removes the listener.
   */
  onChange: (listener: () => void) => () => void
}

/** Creates a {@link Changes} without listeners. */
export function createChanges(): Changes {
  const listeners = new Set<() => void>()
  return {
    notify() {
      for (const listener of listeners) listener()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
