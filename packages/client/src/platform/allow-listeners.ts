/**
 * Lets a signal have any number of listeners, like in browsers: each call adds one, and Node warns about more than ten. A limit that
 * the app set stays.
 */
export function allowListeners(signal: AbortSignal | undefined): void {
  // Missing before Node 20.16.
  const { process } = globalThis as { process?: Partial<NodeJS.Process> }
  const events = process?.getBuiltinModule?.('node:events')
  if (!events || !signal) return
  try {
    if (events.getMaxListeners(signal) === events.defaultMaxListeners)
      events.setMaxListeners(Infinity, signal)
  } catch {
    // The signals of jsdom have no limit, and Node throws for a signal whose limit the app has set to 0.
  }
}
