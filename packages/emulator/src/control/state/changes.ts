/** Tells who looks on that something has changed: a request was answered, a switch turned. */
export interface Changes {
  notify: () => void
  /** Calls back after each change. Returns a function that ends it. */
  onChange: (listener: () => void) => () => void
}

/** Makes a {@link Changes} that nobody listens to yet. */
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
