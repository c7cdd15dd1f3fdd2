interface Waiting {
  name: string
  start: () => void
}

/** A lock manager like that of a browser, shared by tabs. */
export function createFakeLocks() {
  const held = new Set<string>()
  let waiting: Waiting[] = []

  return {
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })), pending: waiting }),
    async request<T>(name: string, _: unknown, run: () => Promise<T>): Promise<T> {
      if (held.has(name)) await new Promise<void>((resolve) => waiting.push({ name, start: resolve }))
      held.add(name)
      try {
        return await run()
      } finally {
        held.delete(name)
        const next = waiting.find((one) => one.name === name)
        waiting = waiting.filter((one) => one !== next)
        if (next) held.add(name)
        next?.start()
      }
    },
  }
}
