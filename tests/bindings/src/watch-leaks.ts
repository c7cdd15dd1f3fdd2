declare global {
  interface Window {
    /** The listeners of the window and the document, and the object URLs, that were not removed yet. */
    leaks: () => { listeners: string[]; urls: number }
  }
}

/** Runs in the page before its scripts, so it cannot use this module. */
export function watchLeaks(): void {
  const listeners = new Map<unknown, string[]>()
  const urls = new Set<string>()
  // oxlint-disable-next-line typescript/unbound-method -- They are called with their `this`.
  const { addEventListener, removeEventListener } = EventTarget.prototype
  const createObjectURL = URL.createObjectURL.bind(URL)
  const revokeObjectURL = URL.revokeObjectURL.bind(URL)

  const forget = (listener: unknown, type: string): void => {
    const types = listeners.get(listener)?.filter((each) => each !== type)
    if (types) listeners.set(listener, types)
  }
  EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
    if (this === window || this === document) {
      const types = listeners.get(listener) ?? []
      if (!types.includes(type)) listeners.set(listener, [...types, type])
      const signal = typeof options === 'object' ? options.signal : undefined
      if (signal) addEventListener.call(signal, 'abort', () => forget(listener, type))
    }
    addEventListener.call(this, type, listener, options)
  }
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type, listener, options) {
    if (this === window || this === document) forget(listener, type)
    removeEventListener.call(this, type, listener, options)
  }
  URL.createObjectURL = (object) => {
    const url = createObjectURL(object)
    urls.add(url)
    return url
  }
  URL.revokeObjectURL = (url) => {
    urls.delete(url)
    revokeObjectURL(url)
  }
  window.leaks = () => ({ listeners: [...listeners.values()].flat().sort(), urls: urls.size })
}
