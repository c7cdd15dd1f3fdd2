/** A value that views can watch. */
export interface Store<T> {
  get: () => T
  set: (value: T) => void
  /** Calls the listener immediately and after each change, until the returned function is called. */
  watch: (listener: (value: T) => void) => () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<(value: T) => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return
      value = next
      for (const listener of listeners) listener(value)
    },
    watch(listener) {
      listeners.add(listener)
      listener(value)
      return () => listeners.delete(listener)
    },
  }
}
