/** Settles like the promise, or rejects with the signal's reason as soon as that aborts. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  // Without this, a signal that outlives many promises would collect their listeners.
  const settled = new AbortController()
  try {
    return await Promise.race([promise, whenAborted(signal, settled.signal)])
  } finally {
    settled.abort()
  }
}

async function whenAborted(signal: AbortSignal, forget: AbortSignal): Promise<never> {
  if (!signal.aborted) {
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { signal: forget })
    })
  }
  throw signal.reason
}
